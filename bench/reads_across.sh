#!/usr/bin/env bash
# Every read method of a system on another device: two network namespaces and a cable. Needs root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/lib/java.sh

mvn -q -B -ntp -pl bench -am -DskipTests package
folder=$(mktemp -d)
here=bench-here-$$ there=bench-there-$$
cleanup() {
  [ -n "${server:-}" ] && kill "$server" 2> /dev/null && wait "$server" || true
  ip netns del "$here" || true
  ip netns del "$there" || true
  rm -rf "$folder"
}
trap cleanup EXIT
for name in "$here" "$there"; do
  ip netns add "$name"
  ip -n "$name" link set lo up
done
ip link add eth0 netns "$here" type veth peer name eth0 netns "$there"
ip -n "$here" addr add 192.168.1.10/24 dev eth0
ip -n "$there" addr add 192.168.1.11/24 dev eth0
ip -n "$here" link set eth0 up
ip -n "$there" link set eth0 up
sed 's/bind_address: .*/bind_address: 0.0.0.0\n    insecure_plaintext: true/' \
  deploy/configs/single-device/device.yaml > "$folder/device.yaml"
cp deploy/configs/single-device/services.yaml "$folder/services.yaml"

java="$(java_home 25)/bin/java"
flags=(-Xms24m -Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=20000
  -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=400000
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
TRADER_LOGS="$folder/logs" ip netns exec "$there" "$java" "${flags[@]}" -cp 'app/target/lib/*' \
  dev.arduinotrader.app.Main run --data "$folder/data" --device-config "$folder/device.yaml" \
  > "$folder/out" 2>&1 &
server=$!
for _ in $(seq 60); do
  grep -q 'Ctrl-C' "$folder/out" && break
  kill -0 "$server" 2> /dev/null || { cat "$folder/out" >&2; exit 1; }
  sleep 1
done
sleep 30 # the first cycle, and what a JVM still does after its start
ip netns exec "$here" "$java" "${flags[@]}" -cp "app/target/lib/*:bench/target/classes" \
  dev.arduinotrader.bench.ReadsAcrossBenchmark 192.168.1.11
