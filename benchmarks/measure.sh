# shellcheck shell=bash
# One measurement: load with wrk, and the CPU time that the service and its database spent on it. Sourced by run.sh.

LUA=$PROJECT/benchmarks/lua
export LUA
TICKS=$(getconf CLK_TCK)

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

rss_mib() {
  awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"
}

# measure OPERATION NODE SECONDS CONNECTIONS SCRIPT PATH: appends one line to $RAW unless the operation is "warm-up":
# operation, node, requests, requests/s, p50 ms, p99 ms, bad, CPU µs/request of Signet, of PostgreSQL, RSS MiB of Signet.
# The script's settings come from the environment.
measure() {
  local operation=$1 node=$2 seconds=$3 connections=$4 script=$5 path=$6
  local signet=${SIGNET_PID[$node]} postgresql signet_before postgresql_before signet_after postgresql_after result
  postgresql=$(head -n 1 "$POSTGRESQL_DATA/postmaster.pid")
  signet_before=$(cpu_ticks "$signet")
  postgresql_before=$(cpu_ticks "$postgresql")
  result=$(wrk -t1 -c"$connections" -d"${seconds}s" --timeout 10s -s "$LUA/$script.lua" "${SIGNET_URL[$node]}$path" 2>&1)
  signet_after=$(cpu_ticks "$signet")
  postgresql_after=$(cpu_ticks "$postgresql")
  grep -q ^MEASURED <<<"$result" || fail "$operation on $node: $result"
  [[ $operation != warm-up ]] || return 0
  awk -v operation="$operation" -v node="$node" -v ticks="$TICKS" -v rss="$(rss_mib "$signet")" \
    -v signet=$((signet_after - signet_before)) -v postgresql=$((postgresql_after - postgresql_before)) '
    /^MEASURED/ {
      printf "%s\t%s\t%d\t%.0f\t%s\t%s\t%d\t%.1f\t%.1f\t%d\n", operation, node, $2, $3, $4, $5, $6,
        signet / ticks * 1e6 / $2, postgresql / ticks * 1e6 / $2, rss
    }' <<<"$result" | tee -a "$RAW"
}
