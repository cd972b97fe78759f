#!/usr/bin/env bash
# Import of daily bars into SQLite and reading them back, in one JVM with the launcher's flags.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/lib/java.sh

mvn -q -B -ntp -pl bench -am -DskipTests package
exec "$(java_home 25)/bin/java" -Xms24m -Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "app/target/lib/*:bench/target/classes" dev.arduinotrader.bench.PriceBenchmark
