#!/usr/bin/env bash
# Start to all eight ports ready, and memory: RUNS starts (default 7) on one data directory that
# has been through a cycle, with and without the AOT cache in turn. Quote medians.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runs=${1:-7}
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
export TRADER_LOGS=$data/logs
ports=(50051 50052 50053 50054 50055 50056 50057 8000)

now_ms() { echo $(($(date +%s%N) / 1000000)); }

listening() { # whether every port is in LISTEN, read from the kernel's own table by the shell itself
  local sockets port
  sockets=$(</proc/net/tcp)$(</proc/net/tcp6)
  for port in "${ports[@]}"; do
    printf -v port ':%04X [0-9A-F]+:0000 0A ' "$port"
    [[ $sockets =~ $port ]] || return 1
  done
}

# A process for each look would take the second processor from what is measured.
exec {never}<> <(:)
nap() { read -r -t 0.01 -u "$never" || true; }

start_once() { # prints: milliseconds to ready, megabytes resident then
  local began pid
  began=$(now_ms)
  ./trader run --data "$data" ${1:-} >"$data/out" 2>&1 &
  pid=$!
  until listening; do kill -0 $pid || { cat "$data/out" >&2; exit 1; }; nap; done
  local ready=$(($(now_ms) - began))
  sleep 2
  echo "$ready $(awk '/VmRSS/ { print int($2 / 1024) }' /proc/$pid/status)"
  kill -TERM $pid
  wait $pid || true
}

./trader version >/dev/null
echo "first start: an empty data directory, its cycle and fills"
./trader run --data "$data" >"$data/out" 2>&1 &
pid=$!
until grep -q 'Cycle finished' "$data/out"; do kill -0 $pid; sleep 0.2; done
sleep 8
echo "resident after a full cycle: $(awk '/VmRSS/ { print int($2 / 1024) }' /proc/$pid/status) MB"
kill -TERM $pid
wait $pid || true

for _ in $(seq "$runs"); do
  with+=("$(start_once --no-schedule)")
  without+=("$(TRADER_AOT=off start_once --no-schedule)")
done
summary() { printf '%s\n' "$@" | sort -n | awk -v name="$name" '{ t[NR] = $1; m[NR] = $2 } END { printf "%-24s median %d ms (min %d, max %d), resident %d MB, n=%d\n", name, t[int((NR + 1) / 2)], t[1], t[NR], m[int((NR + 1) / 2)], NR }'; }
name="with the AOT cache" summary "${with[@]}"
name="without" summary "${without[@]}"
