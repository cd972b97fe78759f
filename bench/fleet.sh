#!/usr/bin/env bash
# The fleet lab: two devices as network namespaces, a cable that is slow, lossy and cut (also for a
# minute), a device that is killed. Needs root; prints the table of bench/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rm -f e2e/target/fleet.txt
mvn -q -B -ntp -pl e2e -am test -Dtest=FleetLabTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dsurefire.extraArgLine=-Dlab.long=true
if [ ! -e e2e/target/fleet.txt ]; then
  echo "bench/fleet.sh: expected to be root, to make network namespaces; nothing was measured" >&2
  exit 1
fi
printf '| What | Calls to planning, ten a second | A trading cycle |\n|---|---|---|\n'
cat e2e/target/fleet.txt
