#!/usr/bin/env bash
# Ten years of daily performance of 100 positions, in one JVM.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/lib/java.sh

mvn -q -B -ntp -pl bench -am -DskipTests package
tests=$(ls universe/target/universe-*-tests.jar)
exec "$(java_home 25)/bin/java" -Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "app/target/lib/*:$tests:bench/target/classes" dev.arduinotrader.bench.PerformanceBenchmark
