# For sourcing: where the project is, and the services in the order of their ports.

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
trader=${TRADER_COMMAND:-$project/trader} # another launcher, such as one that never builds
all_services=(planning scoring optimization portfolio trading universe gateway)
data=${TRADER_DATA:-$project/data}
logs=${TRADER_LOGS:-$project/logs}
pids=$data/pids

# Starts one service in the background, with more options if any; its log is logs/<service>.log.
start_service() {
  mkdir -p "$logs" "$pids"
  TRADER_LOGS=$logs nohup "$trader" serve "$@" --data "$data" >"$logs/$1.out" 2>&1 </dev/null &
  echo $! >"$pids/$1.pid"
  echo "started $1 (pid $!)"
}

# True while the process of a service runs.
is_running() {
  [ -f "$pids/$1.pid" ] && kill -0 "$(cat "$pids/$1.pid")" 2>/dev/null
}
