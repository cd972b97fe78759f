#!/usr/bin/env bash
# An owner's drills, timed: planning and state move between devices (processes of this machine), and all state
# is backed up, proved and restored. The ways back have a script of their own, rollback.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -q -B -ntp -pl app -am -DskipTests install
mkdir -p e2e/target
mvn -q -B -ntp -pl e2e test -Dtest='MigrationTest,StateMigrationTest' > e2e/target/drills.log
grep -oE '(moved|went back) .*' e2e/target/drills.log

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TRADER_DATA="$folder/data" TRADER_LOGS="$folder/logs"
./trader portfolio deposit 30000 > /dev/null 2>&1
./trader cycle > /dev/null 2>&1
timed() {
  local begin
  begin=$(date +%s%N)
  ./trader "${@:2}" > "$folder/out" 2>&1
  echo "$1 in $((($(date +%s%N) - begin) / 1000000)) ms, the program's start included"
}
for _ in 1 2 3; do
  timed "backed up all stores" backup create --folder "$folder/backups"
  backup=$(ls -1 "$folder/backups" | tail -n 1)
  timed "proved a backup" backup verify "$backup" --folder "$folder/backups"
  timed "restored all stores" backup restore "$backup" --replace --folder "$folder/backups"
  ./trader reconcile > /dev/null 2>&1
  ./trader resume --reason "a drill" > /dev/null 2>&1
done
