#!/usr/bin/env bash
# Starts all seven services, each as a process of its own, and waits until they are healthy.
# SERVICES_CONFIG_PATH names the placement, such as deploy/configs/local-grpc/services.yaml.
# --no-schedule: the gateway starts no cycles by itself.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/lib/services.sh"

"$trader" version >&2 # builds once, before seven would
for service in "${all_services[@]}"; do
  if is_running "$service"; then
    echo "$service runs already (pid $(cat "$pids/$service.pid"))"
  else
    start_service "$service" "$@"
  fi
done

for _ in $(seq 60); do
  if "$trader" health >/dev/null 2>&1; then
    echo "all seven services are healthy"
    exit 0
  fi
  for service in "${all_services[@]}"; do
    is_running "$service" || { echo "$service ended; the end of $logs/$service.out:" >&2; tail -n 5 "$logs/$service.out" >&2; exit 1; }
  done
  sleep 1
done
echo "not all services became healthy within a minute; next: scripts/health_check.sh" >&2
exit 1
