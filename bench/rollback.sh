#!/usr/bin/env bash
# The two drills of going back, with real processes on this machine; ROUNDS (5) times each.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -q -B -ntp -pl app -am -DskipTests install
mvn -q -B -ntp -pl e2e test -Dtest=RollbackTest "-Dtrader.rollback.rounds=${ROUNDS:-5}" > e2e/target/rollback.log
awk '{ gsub(/[][,]/, ""); n = NF - 2; for (i = 1; i <= n; i++) v[i] = $(i + 1)
       for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t }
       printf "%-14s median %.1f s, %.1f to %.1f s, %d times\n", $1, v[int((n + 1) / 2)], v[1], v[n], n }' e2e/target/rollback.txt
