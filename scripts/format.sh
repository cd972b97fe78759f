#!/usr/bin/env bash
# Formats the Java files of the repository, or of the modules named, with google-java-format.
#   scripts/format.sh [--check] [module...]
# --check changes nothing: it prints the files that differ and exits 1 when there are any.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/lib/java.sh

check=false
modules=()
for argument in "$@"; do
  case "$argument" in
    --check) check=true ;;
    -*)
      echo "format.sh: expected --check or names of modules, found $argument" >&2
      exit 2
      ;;
    *)
      if [ ! -d "$argument" ]; then
        echo "format.sh: expected the folder of a module, found $argument" >&2
        exit 2
      fi
      modules+=("$argument")
      ;;
  esac
done

version="$(sed -n 's:.*<google-java-format.version>\(.*\)</google-java-format.version>.*:\1:p' pom.xml)"
jar="$(maven_artifact com.google.googlejavaformat google-java-format "$version" jar all-deps)"
java="$(java_home 25)/bin/java"

exports=()
for package in api code file parser tree util; do
  exports+=(--add-exports "jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED")
done

list="$(mktemp)"
trap 'rm -f "$list"' EXIT
find "${modules[@]:-.}" -name target -prune -o -type d -name '.?*' -prune \
  -o -type f -name '*.java' -print | sed 's:^\./::' | sort > "$list"
if [ ! -s "$list" ]; then
  exit 0
fi

mode=(--replace)
if "$check"; then
  mode=(--dry-run --set-exit-if-changed)
fi
# google-java-format reads its arguments, one a line, from @file.
"$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "${exports[@]}" -jar "$jar" "${mode[@]}" "@$list"
