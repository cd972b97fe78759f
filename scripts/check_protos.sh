#!/usr/bin/env bash
# Checks contracts/: buf lint, then buf breaking against the last landed descriptor.
#   scripts/check_protos.sh          checks
#   scripts/check_protos.sh --land   checks, then makes the present contracts the landed ones
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/lib/java.sh

landed=contracts/landed.binpb
land=false
case "${1:-}" in
  "") ;;
  --land) land=true ;;
  *)
    echo "check_protos.sh: expected nothing or --land, found $1" >&2
    exit 2
    ;;
esac

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) platform=linux-x86_64 ;;
  Linux-aarch64) platform=linux-aarch_64 ;;
  Darwin-x86_64) platform=osx-x86_64 ;;
  Darwin-arm64) platform=osx-aarch_64 ;;
  *)
    echo "check_protos.sh: expected Linux or macOS on x86-64 or ARM64, found $(uname -sm)" >&2
    exit 1
    ;;
esac

version="$(sed -n 's:.*<buf.version>\(.*\)</buf.version>.*:\1:p' pom.xml)"
downloaded="$(maven_artifact build.buf buf "$version" exe "$platform")"
# Maven keeps no executable bit.
buf="target/tools/buf-$version"
mkdir -p target/tools
if ! cmp -s "$downloaded" "$buf"; then
  install -m 755 "$downloaded" "$buf.new"
  mv "$buf.new" "$buf"
fi

"$buf" lint contracts
echo "buf lint: no findings"

if [ -f "$landed" ]; then
  if ! "$buf" breaking contracts --against "$landed"; then
    echo "The contracts differ from $landed in ways that break callers." >&2
    echo "Maybe add instead of changing; an exception needs a note in docs/decisions/ and --land." >&2
    "$land" || exit 1
  else
    echo "buf breaking: compatible with $landed"
  fi
else
  echo "buf breaking: skipped, nothing has landed yet; --land writes $landed"
fi

if "$land"; then
  "$buf" build contracts --exclude-source-info -o "$landed"
  echo "landed: $landed"
fi
