# Functions for scripts that need a JDK or a file from Maven. Source it; it runs nothing by itself.

# Prints the feature version (17, 25) of the JDK in this folder, or 0 when it is none.
java_feature() {
  local line
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    line="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
    echo "${line:-0}"
  else
    echo 0
  fi
}

# Prints the home of a JDK of at least this feature version, or explains and fails.
java_home() {
  local wanted="$1" home path_home=
  if command -v javac > /dev/null; then
    path_home="$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"
  fi
  for home in "${JAVA_HOME:-}" "$path_home" /usr/lib/jvm/*"$wanted"* /usr/lib/jvm/* \
    /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && [ "$(java_feature "$home")" -ge "$wanted" ]; then
      echo "$home"
      return 0
    fi
  done
  echo "Expected a JDK $wanted or newer in JAVA_HOME, on the PATH or in /usr/lib/jvm, found none." >&2
  echo "Maybe install one (Eclipse Temurin $wanted fits) or set JAVA_HOME." >&2
  return 1
}

# Prints the path of an artifact in the local Maven repository; fetches it when it is absent.
#   maven_artifact group artifact version type classifier
maven_artifact() {
  local repository="${MAVEN_REPOSITORY:-$HOME/.m2/repository}"
  local file="$repository/${1//.//}/$2/$3/$2-$3-$5.$4"
  if [ ! -s "$file" ]; then
    mvn -q -B -ntp -N -f pom.xml "-Dmaven.repo.local=$repository" -Dtransitive=false \
      dependency:get "-Dartifact=$1:$2:$3:$4:$5" >&2
  fi
  if [ ! -s "$file" ]; then
    echo "Expected Maven to have fetched $1:$2:$3:$4:$5 to $file, found nothing there." >&2
    return 1
  fi
  echo "$file"
}
