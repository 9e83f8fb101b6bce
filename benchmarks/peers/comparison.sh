# shellcheck shell=bash
# Compares Signet with other products on this machine, and prints one Markdown table: CPU µs per request of each service and its
# database, the start, memory and size, and for the peers the ratio to Signet. Sourced by run.sh --peers, about 18 minutes.
#
# Signet and Keycloak use PostgreSQL, which is durable. Each operation of each service is warmed up; then each is measured on every
# service in turn, in rounds, and the table has medians. A measurement with a failed response is no figure: its cell is "failed".
#
# Environment:
#   PEERS         "keycloak oidc-provider spring"; leaves out those that it does not name
#   LIMITS        "nginx openssl"; the same
#   ROUNDS (3), SECONDS_EACH (5), WARM_UP (15 s for each operation of each service), STARTS (3), SETTLE (5 s between a start and
#                 the memory after it). A trial of two minutes: ROUNDS=1 SECONDS_EACH=1 WARM_UP=1 STARTS=1 SETTLE=1
#   SIGNET_COMMAND  the native binary; default: target/signet-*-runner if there is one
#   JVM_OPTIONS   of Signet (-Xmx256m -XX:+UseSerialGC); the peers have their own defaults
#   CACHE         folder for the downloads (~/.cache/signet/benchmarks)
#   RAW           file for the single measurements
#   JAVA25_HOME   JDK of all Java services, else found

PEERS_FOLDER=$PROJECT/benchmarks/peers
CACHE=${CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/signet/benchmarks}
COPY_PLUGIN=org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy
SECRET='meandering-river-12-for-services'
export USERS=20 PASSWORD='meandering river 12'
ALGORITHMS=(ES256 RS256)

# What each peer defines: its column, paths, operations, and functions NAME_install, _prepare, _command PORT, _files, _sessions, _operation.
declare -A PEER_TITLE PEER_PATHS JWKS_PATH TOKEN_PATH PEER_OPERATIONS

# maven ARGUMENTS...: fails if a checksum of the repository does not match.
maven() {
  (cd "$PROJECT" && JAVA_HOME=$JAVA_HOME ./mvnw -B -ntp -q -C "$@") >&2
}

# --- Services -------------------------------------------------------------------------------------------------------

# launch_service NAME: Signet in its two forms, or a peer, without waiting.
launch_service() {
  case $1 in
    signet-* | native-*) launch_own "$1" ;;
    *) launch_peer "$1" ;;
  esac
}

launch_own() {
  local node=$1 options=() SIGNET_COMMAND=()
  if [[ $node == native-* ]]; then SIGNET_COMMAND=("$BINARY"); else options=("${JVM_OPTIONS[@]}"); fi
  # More logins than the attempt limits allow.
  launch_signet "$node" "${options[@]}" -Dsignet.tokens.algorithm="${node#*-}" \
    -Dquarkus.datasource.jdbc.url="jdbc:postgresql://127.0.0.1:$POSTGRESQL_PORT/${node//-/_}" \
    -Dsignet.throttle.per-account=1000000 -Dsignet.throttle.per-known-address=1000000 -Dsignet.throttle.per-address=1000000
}

# launch_peer NAME: one process for both algorithms; a second launch keeps its port and its data.
launch_peer() {
  local peer=$1 algorithm COMMAND=()
  PEER_PORT[$peer]=${PEER_PORT[$peer]:-$(free_port)}
  "${peer}_command" "${PEER_PORT[$peer]}"
  mkdir -p "$WORK/$peer"
  (cd "$WORK/$peer" && exec "${COMMAND[@]}") >>"$WORK/$peer.log" 2>&1 &
  for algorithm in "${ALGORITHMS[@]}"; do
    PEER_PID[$peer-$algorithm]=$!
    PEER_URL[$peer-$algorithm]=http://127.0.0.1:${PEER_PORT[$peer]}
  done
}

# await_service NODE URL: returns at the first 200.
await_service() {
  local pid=${PEER_PID[$1]:-${SIGNET_PID[$1]:-}}
  until curl -fs -o /dev/null "$2"; do
    sleep 0.01
    kill -0 "$pid" 2>/dev/null || fail "$1 did not start: $(tail -n 20 "$WORK/${1%-*}.log" "$WORK/$1.log" 2>/dev/null)"
  done
}

stop_service() {
  local pid=${PEER_PID[$1]:-${SIGNET_PID[$1]:-}}
  kill "$pid"
  wait "$pid" || true
}

before_clean_up() {
  local name process
  for name in "${!PEER_PID[@]}"; do
    for process in $(tree "${PEER_PID[$name]}"); do kill -9 "$process" 2>/dev/null || true; done
    wait "${PEER_PID[$name]}" 2>/dev/null || true
  done
}

jwks_path() {
  case $1 in
    signet-* | native-*) echo /.well-known/jwks.json ;;
    *) echo "${JWKS_PATH[${1%-*}]}" ;;
  esac
}

# --- Measurements ---------------------------------------------------------------------------------------------------

# measure_starts NODE: like restarts, because database and keys exist; the last process continues.
measure_starts() {
  local node=$1 service=$1 n begin pid url
  [[ -n ${JWKS_PATH[${node%-*}]:-} ]] && service=${node%-*}
  for ((n = 1; n <= STARTS; n++)); do
    begin=$(date +%s%N)
    launch_service "$service"
    pid=${PEER_PID[$node]:-${SIGNET_PID[$node]:-}} url=${PEER_URL[$node]:-${SIGNET_URL[$node]:-}}
    await_service "$node" "$url$(jwks_path "$node")"
    add_figure start-seconds "$node" "$(awk -v ns=$(($(date +%s%N) - begin)) 'BEGIN { printf "%.3f", ns / 1e9 }')"
    add_figure start-cpu "$node" "$(awk -v ticks="$(cpu_ticks "$pid")" -v hertz="$TICKS" 'BEGIN { printf "%.2f", ticks / hertz }')"
    sleep "$SETTLE"
    add_figure start-resident "$node" "$(rss_mib "$pid")"
    ((n == STARTS)) || stop_service "$node"
  done
}

# add_figure NAME NODE FIGURE: of the service of the node.
add_figure() {
  printf '%s\t%s\t%s\n' "$1" "${2%-ES256}" "$3" >>"$RAW"
}

# measure_size SERVICE FILE...
measure_size() {
  add_figure size "$1" "$(du -ck --apparent-size "${@:2}" | awk 'END { printf "%.1f", $1 / 1024 }')"
}

# perform OPERATION NODE SECONDS [AS]: one measurement, recorded as AS.
perform() {
  local name=$1 node=$2 seconds=$3 as=${4:-$1} peer=${2%-*} algorithm=${2##*-}
  case $node/$name in
    signet-* | native-*) operation "$name" "$node" "$seconds" "$as" ;;
    */jwks) measure "$as" "$node" "$seconds" 32 same "${JWKS_PATH[$peer]}" ;;
    */client-credentials)
      METHOD=POST BASIC=$(service_credentials "$algorithm") FORM=$(service_form "$peer") \
        measure "$as" "$node" "$seconds" 16 same "${TOKEN_PATH[$peer]}"
      ;;
    */refresh)
      "${peer}_sessions" "$algorithm" 32 >"$WORK/tokens"
      TOKENS=$WORK/tokens FORM="grant_type=refresh_token&client_id=login-$algorithm&refresh_token=" \
        measure "$as" "$node" "$seconds" 16 refresh "${TOKEN_PATH[$peer]}"
      ;;
    *) "${peer}_operation" "$name" "$node" "$seconds" "$as" ;;
  esac
}

service_credentials() {
  printf 'service-%s:%s-%s' "$1" "$SECRET" "$1" | base64 -w 0
}

# service_form PEER: Keycloak adds the default scopes of the client.
service_form() {
  case $1 in
    keycloak) echo grant_type=client_credentials ;;
    *) echo 'grant_type=client_credentials&scope=orders%3Aread' ;;
  esac
}

# require_algorithm NODE: the node signs the tokens of its clients with the algorithm of its name.
require_algorithm() {
  local node=$1 peer=${1%-*} algorithm=${1##*-} token signed
  case $node in
    signet-* | native-*)
      client "$node"
      token=$(curl -fsS "${SIGNET_URL[$node]}/oauth2/token" -H "Authorization: Basic $BASIC" -d grant_type=client_credentials | member access_token)
      ;;
    *)
      token=$(curl -fsS "${PEER_URL[$node]}${TOKEN_PATH[$peer]}" -H "Authorization: Basic $(service_credentials "$algorithm")" \
        -d "$(service_form "$peer")" | member access_token)
      ;;
  esac
  signed=$(jwt_header "$token" | member alg)
  [[ $signed == "$algorithm" ]] || fail "$node signs with ${signed:-no algorithm}"
}

# rows: each operation with its algorithm, as in the table.
rows() {
  echo 'client-credentials ES256|client-credentials RS256|jwks ES256|refresh ES256|refresh RS256|login ES256|userinfo ES256' | tr '|' '\n'
}

# supports SERVICE OPERATION
supports() {
  [[ $1 == signet || $1 == native || " ${PEER_OPERATIONS[$1]} " == *" $2 "* ]]
}

# each_measurement SECONDS [AS]: each operation on every service in turn. The binary is compiled, and is warm after two seconds.
each_measurement() {
  local name algorithm service seconds
  while read -r name algorithm; do
    for service in "${SERVICES[@]}"; do
      supports "$service" "$name" || continue
      seconds=$1
      [[ $service/${2:-} != native/warm-up ]] || ((seconds < 2)) || seconds=2
      perform "$name" "$service-$algorithm" "$seconds" "${2:-$name}" </dev/null >&2
    done
  done < <(rows)
}

# --- The comparison -------------------------------------------------------------------------------------------------

settings() {
  local binaries
  ROUNDS=${ROUNDS:-3}
  SECONDS_EACH=${SECONDS_EACH:-5}
  WARM_UP=${WARM_UP:-15}
  STARTS=${STARTS:-3}
  SETTLE=${SETTLE:-5}
  RAW=${RAW:-$WORK/raw.tsv}
  read -ra JVM_OPTIONS <<<"${JVM_OPTIONS:--Xmx256m -XX:+UseSerialGC}"
  read -ra PEERS <<<"${PEERS-keycloak oidc-provider spring}"
  read -ra LIMITS <<<"${LIMITS-nginx openssl}"
  [[ -f $SIGNET_JAR ]] || fail "no $SIGNET_JAR: build it with ./mvnw package -DskipTests"
  [[ -x $JAVA ]] || fail "no JDK 25 under /usr/lib/jvm: install it, or set JAVA25_HOME"
  BINARY=${SIGNET_COMMAND[0]:-}
  if [[ -z $BINARY ]]; then
    mapfile -t binaries < <(compgen -G "$PROJECT/target/signet-*-runner")
    BINARY=${binaries[0]:-}
  fi
  SERVICES=(signet)
  if [[ -n $BINARY ]]; then SERVICES+=(native); else echo "no target/signet-*-runner: the column of the native binary is empty" >&2; fi
  SERVICES+=("${PEERS[@]}")
  mkdir -p "$CACHE"
  : >"$RAW"
}

prepare_own() {
  local service=$1 algorithm node
  for algorithm in "${ALGORITHMS[@]}"; do
    node=$service-$algorithm
    as_postgres "$POSTGRESQL_BIN/createdb" -h 127.0.0.1 -p "$POSTGRESQL_PORT" -U signet "${node//-/_}"
    launch_service "$node"
    await_signet "$node"
    create_users "$node"
    require_algorithm "$node"
  done
  stop_service "$service-ES256"
  if [[ $service == native ]]; then measure_size native "$BINARY"; else measure_size signet "$(dirname "$SIGNET_JAR")"; fi
}

prepare_peer() {
  local files
  "$1_prepare"
  mapfile -t files < <("$1_files")
  measure_size "$1" "${files[@]}"
}

compare() {
  local service round algorithm
  settings
  for service in "${PEERS[@]}"; do
    [[ -f $PEERS_FOLDER/$service.sh ]] || fail "unknown peer $service: keycloak, oidc-provider or spring"
    # shellcheck disable=SC1090
    source "$PEERS_FOLDER/$service.sh"
    echo "installing $service" >&2
    "${service}_install"
  done
  use_database postgresql
  for service in "${SERVICES[@]}"; do
    echo "starting $service" >&2
    if [[ $service == signet || $service == native ]]; then prepare_own "$service"; else prepare_peer "$service"; fi
    measure_starts "$service-ES256"
    for algorithm in "${ALGORITHMS[@]}"; do require_algorithm "$service-$algorithm"; done
  done
  if [[ " ${LIMITS[*]} " == *" nginx "* ]]; then
    curl -fsS -o "$WORK/jwks.json" "${SIGNET_URL[signet-ES256]}/.well-known/jwks.json"
    launch_nginx "$WORK/jwks.json"
  fi

  echo "warming up" >&2
  each_measurement "$WARM_UP" warm-up
  for ((round = 1; round <= ROUNDS; round++)); do
    echo "round $round, load average $(cut -d ' ' -f 1-3 /proc/loadavg)" >&2
    each_measurement "$SECONDS_EACH"
    [[ " ${LIMITS[*]} " != *" nginx "* ]] || measure jwks nginx "$SECONDS_EACH" 32 same /jwks.json >&2
    [[ " ${LIMITS[*]} " != *" openssl "* ]] || measure_signatures
  done

  echo "$("$JAVA" -version 2>&1 | sed -n 2p), $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(date -u +%F)," \
    "medians of $ROUNDS rounds of $SECONDS_EACH s after $WARM_UP s each, Signet on the JVM with ${JVM_OPTIONS[*]}"
  echo
  table
  failures >&2
  [[ -z $(failures) ]]
}

declare -A PEER_PORT
source "$PEERS_FOLDER/table.sh"
source "$PEERS_FOLDER/limits.sh"
