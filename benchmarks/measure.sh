# shellcheck shell=bash
# One measurement: load with wrk, and the CPU time that the service and its database spent on it. Sourced by run.sh.

LUA=$PROJECT/benchmarks/lua
export LUA
TICKS=$(getconf CLK_TCK)

# Services that are not Signet, and those of them that have no database.
declare -A PEER_PID PEER_URL IN_MEMORY

# tree PID: the process and all its descendants.
tree() {
  local child
  echo "$1"
  for child in $(cat /proc/"$1"/task/*/children 2>/dev/null); do tree "$child"; done
}

# cpu_ticks PID: user and system time of the tree, with what ended children left to their parents.
cpu_ticks() {
  local process sum=0 fields
  for process in $(tree "$1"); do
    read -ra fields < <(sed 's/.*) //' "/proc/$process/stat" 2>/dev/null) || continue
    sum=$((sum + fields[11] + fields[12] + fields[13] + fields[14]))
  done
  echo $sum
}

# rss_mib PID: of the tree.
rss_mib() {
  local process
  for process in $(tree "$1"); do
    sed -n 's/^VmRSS://p' "/proc/$process/status" 2>/dev/null || true
  done | awk '{ sum += $1 } END { printf "%d", sum / 1024 }'
}

# database_ticks NODE: of PostgreSQL, if the service has a database.
database_ticks() {
  if [[ -n ${IN_MEMORY[$1]:-} ]]; then echo 0; else cpu_ticks "$(head -n 1 "$POSTGRESQL_DATA/postmaster.pid")"; fi
}

# measure OPERATION NODE SECONDS CONNECTIONS SCRIPT PATH: appends one line to $RAW unless the operation is "warm-up":
# operation, node, requests, requests/s, p50 ms, p99 ms, bad, CPU µs/request of the service, of PostgreSQL, RSS MiB of the service.
# The script's settings come from the environment.
measure() {
  local operation=$1 node=$2 seconds=$3 connections=$4 script=$5 path=$6
  local service=${PEER_PID[$2]:-${SIGNET_PID[$2]:-}} url=${PEER_URL[$2]:-${SIGNET_URL[$2]:-}}
  local service_before database_before service_after database_after result
  service_before=$(cpu_ticks "$service")
  database_before=$(database_ticks "$node")
  result=$(wrk -t1 -c"$connections" -d"${seconds}s" --timeout 10s -s "$LUA/$script.lua" "$url$path" 2>&1) || true
  service_after=$(cpu_ticks "$service")
  database_after=$(database_ticks "$node")
  if ! grep -q ^MEASURED <<<"$result"; then
    [[ -n ${PEER_PID[$node]:-} ]] || fail "$operation on $node: $result"
    # The figure of another product is missing, but the run continues.
    echo "$operation on $node: $result" >&2
    result='MEASURED 0 0 0 0 1'
  fi
  [[ $operation != warm-up ]] || return 0
  awk -v operation="$operation" -v node="$node" -v ticks="$TICKS" -v rss="$(rss_mib "$service")" \
    -v service=$((service_after - service_before)) -v database=$((database_after - database_before)) '
    /^MEASURED/ {
      requests = $2 ? $2 : 1
      printf "%s\t%s\t%d\t%.0f\t%s\t%s\t%d\t%.1f\t%.1f\t%d\n", operation, node, $2, $3, $4, $5, $6,
        service / ticks * 1e6 / requests, database / ticks * 1e6 / requests, rss
    }' <<<"$result" | tee -a "$RAW"
}
