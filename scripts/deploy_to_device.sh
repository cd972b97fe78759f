#!/usr/bin/env bash
# Copies this checkout's build, one configuration folder and the device's certificate to a device
# over SSH and starts it there.
# Usage: scripts/deploy_to_device.sh USER@HOST CONFIG_FOLDER DEVICE_FILE [REMOTE_FOLDER]
# Example: scripts/deploy_to_device.sh arduino@192.168.1.10 deploy/configs/dual-device device1.yaml
# TRADER_CERTS names the folder of trader certs, data/certs by default.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/lib/services.sh"

if [ $# -lt 3 ]; then
  sed -n '4,6s/^# //p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
host=$1 configuration=$2 device=$3 remote=${4:-/opt/arduino-trader}
certs=${TRADER_CERTS:-$data/certs}
id=$(sed -n 's/^  id: *\([A-Za-z0-9_-]*\).*/\1/p' "$configuration/$device" | head -n 1)

"$trader" config check "$configuration"/*.yaml
if grep -q '^  tls:' "$configuration/$device"; then
  for file in ca.pem "$id.pem" "$id.key"; do
    if [ ! -r "$certs/$file" ]; then
      echo "expected the certificate of $id in $certs, found no $file" >&2
      echo "Maybe make it: ./trader certs init; ./trader certs issue $id --address ADDRESS (docs/operations.md, Certificates)" >&2
      exit 1
    fi
  done
fi
"$trader" version >&2 # builds once
tar -C "$project" -cf - trader scripts app/target/lib app/target/built.stamp |
  ssh "$host" "mkdir -p '$remote' && tar -C '$remote' -xf -"
if grep -q '^  tls:' "$configuration/$device"; then
  # The key keeps its mode, by which nobody but its owner reads it.
  tar -C "$certs" -cf - ca.pem "$id.pem" "$id.key" |
    ssh "$host" "mkdir -p '$remote/certs' && chmod 700 '$remote/certs' && tar -C '$remote/certs' -xpf -"
fi
scp "$configuration/$device" "$host:$remote/device.yaml"
scp "$configuration/services.yaml" "$host:$remote/services.yaml"
ssh "$host" "cd '$remote' && DEVICE_CONFIG_PATH=device.yaml SERVICES_CONFIG_PATH=services.yaml scripts/start_services_for_device.sh"
