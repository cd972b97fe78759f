#!/usr/bin/env bash
# Copies this checkout's build and one configuration folder to a device over SSH and starts it there.
# Usage: scripts/deploy_to_device.sh USER@HOST CONFIG_FOLDER DEVICE_FILE [REMOTE_FOLDER]
# Example: scripts/deploy_to_device.sh arduino@192.168.1.10 deploy/configs/dual-device device1.yaml
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/lib/services.sh"

if [ $# -lt 3 ]; then
  sed -n '3,4s/^# //p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
host=$1 configuration=$2 device=$3 remote=${4:-/opt/arduino-trader}
"$project/trader" config check "$configuration"/*.yaml
"$project/trader" version >&2 # builds once
tar -C "$project" -cf - trader scripts app/target/lib app/target/built.stamp |
  ssh "$host" "mkdir -p '$remote' && tar -C '$remote' -xf -"
scp "$configuration/$device" "$host:$remote/device.yaml"
scp "$configuration/services.yaml" "$host:$remote/services.yaml"
ssh "$host" "cd '$remote' && DEVICE_CONFIG_PATH=device.yaml SERVICES_CONFIG_PATH=services.yaml scripts/start_services_for_device.sh"
