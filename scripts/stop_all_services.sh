#!/usr/bin/env bash
# Stops the services that start_all_services.sh or start_services_for_device.sh started, or those
# that are named. Running calls finish first.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/lib/services.sh"

if [ $# -gt 0 ]; then wanted=("$@"); else wanted=(gateway planning trading portfolio scoring optimization universe); fi
for service in "${wanted[@]}"; do
  is_running "$service" && kill -TERM "$(cat "$pids/$service.pid")"
done
status=0
for service in "${wanted[@]}"; do
  for _ in $(seq 300); do is_running "$service" || break; sleep 0.1; done
  if is_running "$service"; then
    echo "$service (pid $(cat "$pids/$service.pid")) still runs after 30 seconds" >&2
    status=1
  else
    rm -f "$pids/$service.pid"
    echo "stopped $service"
  fi
done
exit $status
