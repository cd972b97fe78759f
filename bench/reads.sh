#!/usr/bin/env bash
# Every read method in one process and over gRPC, with the launcher's flags.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/lib/java.sh

mvn -q -B -ntp -pl bench -am -DskipTests package
exec "$(java_home 25)/bin/java" -Xms24m -Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=20000 \
  -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=400000 \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "app/target/lib/*:bench/target/classes" dev.arduinotrader.bench.ReadsBenchmark
