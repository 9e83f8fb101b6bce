#!/usr/bin/env bash
# Measures the memory of one node on PostgreSQL in a memory cgroup: after the start, and under client_credentials, refresh,
# login and JWK Set requests, each for an eighth of DURATION and then all together. Prints a Markdown table and fails if the
# kernel killed the node, a kind of request got no response, or a response was not a success. Needs root, wrk, PostgreSQL, and the
# package. Environment: LIMIT_MIB (192; 0: no limit), DURATION (64 s), TOGETHER (half of DURATION; 1800 for half an hour of load),
# SIGNET_COMMAND (see installation.sh), NODE_OPTIONS (none: options of the node, such as "-Xmx32m"), SETTLE (10 s between start and
# first figure), JAVA_HOME (of the jar), RAW (file for the rates).
set -euo pipefail

source "$(dirname "$0")/../src/test/scripts/installation.sh"
source "$(dirname "$0")/measure.sh"
source "$(dirname "$0")/browser.sh"
source "$(dirname "$0")/operations.sh"
command -v wrk >/dev/null || fail "no wrk: install it (apt-get install wrk)"

LIMIT_MIB=${LIMIT_MIB:-192}
DURATION=${DURATION:-64}
TOGETHER=${TOGETHER:-$((DURATION / 2))}
SETTLE=${SETTLE:-10}
RAW=${RAW:-$WORK/raw.tsv}
read -ra NODE_OPTIONS <<<"${NODE_OPTIONS:-}"
OPERATIONS=(client-credentials refresh login jwks)
export USERS=20 PASSWORD='meandering river 12'
: >"$RAW"

# --- The cgroup -----------------------------------------------------------------------------------------------------

# create_cgroup: a memory cgroup with the limit below the root, of version 1 or 2.
create_cgroup() {
  if [[ -d /sys/fs/cgroup/memory ]]; then
    CGROUP=/sys/fs/cgroup/memory/signet-$$ LIMIT=memory.limit_in_bytes PEAK=memory.max_usage_in_bytes EVENTS=memory.oom_control
    OWN_CGROUP=/sys/fs/cgroup/memory$(sed -nE 's/^[0-9]+:([^:]*,)?memory(,[^:]*)?://p' /proc/self/cgroup)
  else
    CGROUP=/sys/fs/cgroup/signet-$$ LIMIT=memory.max PEAK=memory.peak EVENTS=memory.events
    OWN_CGROUP=/sys/fs/cgroup$(sed -n 's/^0:://p' /proc/self/cgroup)
    echo +memory >/sys/fs/cgroup/cgroup.subtree_control
  fi
  mkdir "$CGROUP"
  ((LIMIT_MIB == 0)) || echo $((LIMIT_MIB * 1048576)) >"$CGROUP/$LIMIT"
}

before_clean_up() {
  [[ -z ${watcher:-} ]] || kill "$watcher" 2>/dev/null || true
  [[ ! -d ${CGROUP:-} ]] || rmdir "$CGROUP" || true
}

# in_cgroup COMMAND...: processes that the command starts belong to the cgroup.
in_cgroup() {
  echo $$ >"$CGROUP/cgroup.procs"
  "$@"
  echo $$ >"$OWN_CGROUP/cgroup.procs"
}

# evict: removes the files of the package from the page cache, so that the cgroup is charged for the pages that the node reads.
evict() {
  local file files=("${SIGNET_COMMAND[@]:0:1}")
  ((${#SIGNET_COMMAND[@]})) || mapfile -t files < <(find "$(dirname "$SIGNET_JAR")" -type f)
  for file in "${files[@]}"; do
    sync "$file"
    dd if="$file" iflag=nocache count=0 status=none
  done
}

oom_kills() {
  sed -n 's/^oom_kill //p' "$CGROUP/$EVENTS"
}

assert_alive() {
  kill -0 "$pid" 2>/dev/null || fail "the node ended, with $(oom_kills) OOM kills"
  (($(oom_kills) == 0)) || fail "$(oom_kills) OOM kills"
}

# --- Samples --------------------------------------------------------------------------------------------------------

# memory PID: resident and anonymous KiB.
memory() {
  local name value unit resident=0 anonymous=0
  while read -r name value unit; do
    case $name in
      VmRSS:) resident=$value ;;
      RssAnon:) anonymous=$value ;;
    esac
  done <"/proc/$1/status"
  echo "$resident $anonymous"
}

# watch_memory PID FILE: appends a sample ten times a second until it is stopped.
watch_memory() {
  while [[ -d /proc/$1 ]]; do
    memory "$1" >>"$2"
    sleep 0.1
  done 2>/dev/null
}

# largest FILE: of each column, in MiB.
largest() {
  awk '{ if ($1 > resident) resident = $1; if ($2 > anonymous) anonymous = $2 }
    END { printf "%.0f | %.0f", resident / 1024, anonymous / 1024 }' "$1"
}

# --- The run --------------------------------------------------------------------------------------------------------

use_database postgresql
# More logins than the attempt limits allow.
unlimited=(-Dsignet.throttle.per-account=1000000 -Dsignet.throttle.per-known-address=1000000 -Dsignet.throttle.per-address=1000000)
create_cgroup
evict
in_cgroup launch_signet node "${NODE_OPTIONS[@]}" "${unlimited[@]}"
await_signet node
pid=${SIGNET_PID[node]}
sleep "$SETTLE"
memory "$pid" >"$WORK/start"

create_users node
client node
watch_memory "$pid" "$WORK/load" &
watcher=$!
for name in "${OPERATIONS[@]}"; do
  operation "$name" node $((DURATION / 8)) >&2
  assert_alive
done
before=$(cpu_ticks "$pid")
loads=()
for name in "${OPERATIONS[@]}"; do
  operation "$name" node "$TOGETHER" "$name-together" >&2 &
  loads+=($!)
done
wait "${loads[@]}"
assert_alive
ticks=$(($(cpu_ticks "$pid") - before))
kill "$watcher" 2>/dev/null || true

rates() {
  awk -F '\t' -v ticks="$TICKS" -v together="$ticks" '
    $1 !~ /-together$/ { printf "%s %.0f, ", $1, $8 }
    $1 ~ /-together$/ { requests += $3 }
    END { printf "together %.0f", together / ticks * 1e6 / requests }' "$RAW"
}

echo "$(nproc) cores, $(date -u +%F), load average $(cut -d ' ' -f 1-3 /proc/loadavg), limit $LIMIT_MIB MiB, ${NODE_OPTIONS[*]:-default settings}"
echo
echo "| | Resident MiB | of which anonymous |"
echo "|---|---|---|"
echo "| $SETTLE s after the start | $(largest "$WORK/start") |"
echo "| under load, maximum of $((DURATION / 2 + TOGETHER)) s | $(largest "$WORK/load") |"
echo
echo "Peak of the cgroup with cached files: $(($(<"$CGROUP/$PEAK") / 1048576)) MiB; OOM kills: $(oom_kills)."
echo "CPU µs of Signet per request: $(rates)."
stalled=$(awk -F '\t' '$3 == 0 { print $1 }' "$RAW")
[[ -z $stalled ]] || fail "no response: $stalled"
failures=$(awk -F '\t' '{ failures += $7 } END { print failures + 0 }' "$RAW")
((failures == 0)) || fail "$failures responses were no success"
