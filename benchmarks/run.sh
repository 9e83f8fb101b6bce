#!/usr/bin/env bash
# Measures Signet on PostgreSQL and prints a Markdown table: CPU µs per request of service and database, each algorithm
# with each crypto provider, medians of rounds taken in turn after a warm-up. Needs wrk, PostgreSQL, target/quarkus-app.
# run.sh --peers compares Signet with other products instead; see peers/comparison.sh for its environment.
# Environment: JAVA25_HOME (else found), ROUNDS (3), SECONDS_EACH (6), WARM_UP (30 s for each operation of each service), STARTS (5),
# OPERATIONS (all), NODES ("ES256-accp RS256-accp ES256-jdk RS256-jdk"), JVM_OPTIONS (-Xmx256m -XX:+UseSerialGC), RAW (file for the single measurements).
set -euo pipefail

JAVA_HOME=${JAVA25_HOME:-$(find /usr/lib/jvm -maxdepth 1 -name 'temurin-25*' | head -n 1)}
source "$(dirname "$0")/../src/test/scripts/installation.sh"
source "$(dirname "$0")/measure.sh"
source "$(dirname "$0")/browser.sh"
source "$(dirname "$0")/operations.sh"
source "$(dirname "$0")/statistics.sh"
command -v wrk >/dev/null || fail "no wrk: install it (apt-get install wrk)"

case ${1:-} in
  '') ;;
  --peers)
    source "$(dirname "$0")/peers/comparison.sh"
    compare
    exit
    ;;
  *) fail "unknown argument $1: --peers, or none" ;;
esac

ROUNDS=${ROUNDS:-3}
SECONDS_EACH=${SECONDS_EACH:-6}
WARM_UP=${WARM_UP:-30}
STARTS=${STARTS:-5}
RAW=${RAW:-$WORK/raw.tsv}
read -ra NODES <<<"${NODES:-ES256-accp RS256-accp ES256-jdk RS256-jdk}"
read -ra JVM_OPTIONS <<<"${JVM_OPTIONS:--Xmx256m -XX:+UseSerialGC}"
export USERS=20 PASSWORD='meandering river 12'
: >"$RAW"

launch() {
  local node=$1
  launch_signet "$node" "${JVM_OPTIONS[@]}" \
    -Dsignet.tokens.algorithm="${node%-*}" -Dsignet.jose.provider="${node#*-}" \
    -Dquarkus.datasource.jdbc.url="jdbc:postgresql://127.0.0.1:$POSTGRESQL_PORT/${node//-/_}" \
    -Dsignet.throttle.per-account=1000000 -Dsignet.throttle.per-known-address=1000000 -Dsignet.throttle.per-address=1000000
}

# Like a restart: the database and the keys exist.
measure_starts() {
  local node=$1 n before
  for ((n = 0; n < STARTS; n++)); do
    before=$(date +%s%N)
    launch "$node"
    until curl -fs -o /dev/null "${SIGNET_URL[$node]}/.well-known/jwks.json"; do sleep 0.01; done
    echo $((($(date +%s%N) - before) / 1000000)) >>"$WORK/starts"
    sleep 2
    rss_mib "${SIGNET_PID[$node]}" >>"$WORK/rss"
    echo >>"$WORK/rss"
    stop_signet "$node"
  done
}

read -ra OPERATIONS <<<"${OPERATIONS:-jwks jwks-304 login refresh verify verify-distinct me me-distinct api-key client-credentials introspect authorize code-exchange userinfo}"

use_database postgresql
for node in "${NODES[@]}"; do
  as_postgres "$POSTGRESQL_BIN/createdb" -h 127.0.0.1 -p "$POSTGRESQL_PORT" -U signet "${node//-/_}"
  launch "$node"
  await_signet "$node"
  create_users "$node"
done
first=${NODES[0]}
stop_signet "$first"
measure_starts "$first"
launch "$first"
await_signet "$first"

for node in "${NODES[@]}"; do
  echo "warming up $node" >&2
  for name in "${OPERATIONS[@]}"; do operation "$name" "$node" "$WARM_UP" warm-up; done
done
for ((round = 1; round <= ROUNDS; round++)); do
  echo "round $round, load average $(cut -d ' ' -f 1-3 /proc/loadavg)" >&2
  for name in "${OPERATIONS[@]}"; do
    for node in "${NODES[@]}"; do operation "$name" "$node" "$SECONDS_EACH" >&2; done
  done
done

# column OPERATION NODE EXPRESSION: the median of an awk expression over the rounds.
column() {
  awk -F '\t' -v operation="$1" -v node="$2" "\$1 == operation && \$2 == node { print $3 }" "$RAW" | median
}

echo "$("$JAVA" -version 2>&1 | sed -n 2p), $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(date -u +%F), JVM options ${JVM_OPTIONS[*]}"
echo
echo "| Operation | Service | CPU µs per request | of which Signet | PostgreSQL | requests/s | p50 ms | p99 ms | bad |"
echo "|---|---|---|---|---|---|---|---|---|"
for name in "${OPERATIONS[@]}"; do
  for node in "${NODES[@]}"; do
    echo "| $name | $node | $(column "$name" "$node" '$8 + $9') | $(column "$name" "$node" '$8') | $(column "$name" "$node" '$9') \
| $(column "$name" "$node" '$4') | $(column "$name" "$node" '$5') | $(column "$name" "$node" '$6') | $(column "$name" "$node" '$7') |"
  done
done
echo
echo "Start to the first 200, median of $STARTS: $(median <"$WORK/starts") ms; RSS two seconds later $(median <"$WORK/rss") MiB;"
echo "RSS at the end: $(for node in "${NODES[@]}"; do echo -n "$node $(rss_mib "${SIGNET_PID[$node]}") MiB "; done)"
