#!/usr/bin/env bash
# Runs this device's services under an outer watchdog, for places without systemd: a process that has ended, or that
# gives no sign of life for SILENCE_SECONDS (60), a frozen one too, is killed and started anew.
# Usage: scripts/watch.sh [OPTIONS OF trader run]      Ctrl-C or SIGTERM stops both.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/lib/services.sh"

silence_seconds=${SILENCE_SECONDS:-60}
start_seconds=${START_SECONDS:-600} # the first start of an installation takes longest
pause_seconds=5                     # between an end and the next start
stop_seconds=40                     # a clean stop takes 28 at most
heartbeat=$data/heartbeat
child=

say() { echo "watch: $*" >&2; }

alive() { kill -0 "$child" 2>/dev/null; }

stop() {
  trap '' INT TERM
  if [ -n "$child" ]; then
    kill -TERM "$child" 2>/dev/null || true
    for _ in $(seq "$stop_seconds"); do
      alive || break
      sleep 1
    done
    kill -KILL "$child" 2>/dev/null || true
  fi
  exit 0
}
trap stop INT TERM

# Until the process has ended or was silent for too long. Seconds are counted, not read from a clock: the clock of a
# small board may leap when it is set.
watch() {
  local silent=0 limit=$start_seconds last=none seen
  while alive; do
    sleep 1
    seen=$(stat -c %.Y "$heartbeat" 2>/dev/null) || seen=none
    if [ "$seen" != "$last" ]; then
      last=$seen silent=0 limit=$silence_seconds
      continue
    fi
    silent=$((silent + 1))
    if [ "$silent" -gt "$limit" ]; then
      say "no sign of life from pid $child for $limit s: killed"
      kill -KILL "$child" 2>/dev/null || true
      break
    fi
  done
}

mkdir -p "$data" "$logs"
while :; do
  rm -f "$heartbeat"
  TRADER_HEARTBEAT=$heartbeat WATCHDOG_USEC=${silence_seconds}000000 TRADER_LOGS=$logs \
    "$trader" run --data "$data" "$@" &
  child=$!
  say "started (pid $child)"
  watch
  code=0
  wait "$child" || code=$?
  say "pid $child has ended (exit code $code); the next start follows in $pause_seconds s"
  child=
  sleep "$pause_seconds"
done
