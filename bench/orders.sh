#!/usr/bin/env bash
# Orders from the gate to the acknowledgement, and the reconciliation of 1,000, on SQLite and PostgreSQL.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/lib/java.sh

mvn -q -B -ntp -pl bench -am -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/classpath
exec "$(java_home 25)/bin/java" -Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "$(cat bench/target/classpath):bench/target/classes" dev.arduinotrader.bench.OrdersBenchmark
