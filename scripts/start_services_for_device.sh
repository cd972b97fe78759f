#!/usr/bin/env bash
# Starts the services that DEVICE_CONFIG_PATH and SERVICES_CONFIG_PATH place on this device, in one
# process. SEPARATE=1 starts one process for each instead.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/lib/services.sh"

mkdir -p "$logs" "$pids"
if [ "${SEPARATE:-0}" = 1 ]; then
  for service in "${all_services[@]}"; do start_service "$service"; done
else
  TRADER_LOGS=$logs nohup "$trader" run --data "$data" >"$logs/trader.out" 2>&1 </dev/null &
  echo $! >"$pids/trader.pid"
  echo "started this device's services (pid $!); next: scripts/health_check.sh"
fi
