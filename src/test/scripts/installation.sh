# shellcheck shell=bash
# Runs the packaged Signet and its database for the scripts that source this file, and calls it with curl.
# The end of the script stops all processes that it started, and removes $WORK with all files that it wrote.
# Environment: JAVA_HOME (else java from the PATH), SIGNET_JAR, KEEP_WORK=1 (keep $WORK), or SIGNET_COMMAND: the
# command to start instead of the jar, such as target/signet-0.1.0-SNAPSHOT-runner; the -D options are appended.

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
SIGNET_JAR=${SIGNET_JAR:-$PROJECT/target/quarkus-app/quarkus-run.jar}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
read -ra SIGNET_COMMAND <<<"${SIGNET_COMMAND:-}"
# Not exported: Signet rejects unknown SIGNET_ variables.
declare +x SIGNET_JAR
WORK=$(mktemp -d "${TMPDIR:-/tmp}/signet.XXXXXX")
chmod 711 "$WORK"

ADMIN='admin'
export SIGNET_ADMIN_PASSWORD='seventeen green bottles'

declare -A SIGNET_PID SIGNET_URL SIGNET_PORT SIGNET_MANAGEMENT_PORT
DATABASE_OPTIONS=()
SIGNET_OPTIONS=()
POSTGRESQL_DATA=
RECEIVERS=()

clean_up() {
  local status=$? name receiver
  trap - EXIT INT TERM
  for name in "${!SIGNET_PID[@]}"; do kill_signet "$name"; done
  for receiver in "${RECEIVERS[@]}"; do kill "$receiver" 2>/dev/null || true; done
  declare -F before_clean_up >/dev/null && before_clean_up
  stop_postgresql
  if [[ ${KEEP_WORK:-} == 1 ]]; then echo "kept: $WORK" >&2; else rm -rf "$WORK"; fi
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

fail() {
  echo "$*" >&2
  exit 2
}

if ((${#SIGNET_COMMAND[@]})); then
  # Nodes run in folders of their own.
  SIGNET_COMMAND[0]=$(readlink -f "$(command -v "${SIGNET_COMMAND[0]}")") || fail "no ${SIGNET_COMMAND[0]}"
else
  [[ -f $SIGNET_JAR ]] || fail "no $SIGNET_JAR: build it with ./mvnw package"
fi

# --- Signet ---------------------------------------------------------------------------------------------------------

# Below the range from which the system gives outgoing connections their ports.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 10000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# launch_signet NAME [JVM options]: starts a node without waiting; a second launch keeps its ports and its data.
launch_signet() {
  local name=$1 home=$WORK/$1 options
  shift
  SIGNET_PORT[$name]=${SIGNET_PORT[$name]:-$(free_port)}
  SIGNET_MANAGEMENT_PORT[$name]=${SIGNET_MANAGEMENT_PORT[$name]:-$(free_port)}
  SIGNET_URL[$name]=http://localhost:${SIGNET_PORT[$name]}
  mkdir -p "$home"
  options=(
    -Dquarkus.http.host=localhost -Dquarkus.http.port="${SIGNET_PORT[$name]}"
    -Dquarkus.management.host=localhost -Dquarkus.management.port="${SIGNET_MANAGEMENT_PORT[$name]}"
    -Dsignet.issuer="${SIGNET_URL[$name]}"
    "${DATABASE_OPTIONS[@]}" "${SIGNET_OPTIONS[@]}" "$@"
  )
  if ((${#SIGNET_COMMAND[@]})); then
    (cd "$home" && exec "${SIGNET_COMMAND[@]}" "${options[@]}") >>"$WORK/$name.log" 2>&1 &
  else
    (cd "$home" && exec "$JAVA" "${options[@]}" -jar "$SIGNET_JAR") >>"$WORK/$name.log" 2>&1 &
  fi
  SIGNET_PID[$name]=$!
}

# await_signet NAME: returns at the first 200 for the JWK Set.
await_signet() {
  local name=$1 tries
  for ((tries = 0; tries < 1200; tries++)); do
    curl -fs -o /dev/null "${SIGNET_URL[$name]}/.well-known/jwks.json" && return
    kill -0 "${SIGNET_PID[$name]}" 2>/dev/null || break
    sleep 0.05
  done
  tail -n 40 "$WORK/$name.log" >&2
  fail "Signet $name did not start"
}

start_signet() {
  launch_signet "$@"
  await_signet "$1"
}

# kill_signet NAME: ends it with no warning, as a power switch or the kernel's memory killer would.
kill_signet() {
  [[ -n ${SIGNET_PID[$1]:-} ]] || return 0
  kill -9 "${SIGNET_PID[$1]}" 2>/dev/null || true
  wait "${SIGNET_PID[$1]}" 2>/dev/null || true
  unset "SIGNET_PID[$1]"
}

stop_signet() {
  kill "${SIGNET_PID[$1]}" 2>/dev/null || true
  wait "${SIGNET_PID[$1]}" 2>/dev/null || true
  unset "SIGNET_PID[$1]"
}

# receive hook|mailbox PORT PATH: receives events or mails until the script ends; see receivers.py.
receive() {
  python3 "$PROJECT/src/test/scripts/receivers.py" "$@" &
  RECEIVERS+=($!)
}

# --- Database -------------------------------------------------------------------------------------------------------

# use_database h2|postgresql: the database of the nodes launched from now on; H2 stores in the folder of the node.
use_database() {
  case $1 in
    h2) DATABASE_OPTIONS=(-Dsignet.database.directory=./data) ;;
    postgresql)
      start_postgresql
      DATABASE_OPTIONS=(
        -Dquarkus.datasource.jdbc.url="jdbc:postgresql://127.0.0.1:$POSTGRESQL_PORT/postgres"
        -Dquarkus.datasource.username=signet
        -Dsignet.keys.encryption-key="MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
      )
      ;;
    *) fail "unknown database $1: h2 or postgresql" ;;
  esac
}

# PostgreSQL does not run as root.
as_postgres() {
  if [[ $(id -u) == 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_postgresql() {
  [[ -z $POSTGRESQL_DATA ]] || return 0
  POSTGRESQL_BIN=${POSTGRESQL_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)}
  [[ -x $POSTGRESQL_BIN/initdb ]] || fail "no PostgreSQL server: install it (apt-get install postgresql) or set POSTGRESQL_BIN"
  POSTGRESQL_DATA=$WORK/postgresql
  POSTGRESQL_PORT=$(free_port)
  mkdir "$POSTGRESQL_DATA"
  [[ $(id -u) == 0 ]] && chown postgres: "$POSTGRESQL_DATA"
  as_postgres "$POSTGRESQL_BIN/initdb" -D "$POSTGRESQL_DATA" -U signet -A trust -E UTF8 --locale=C >"$WORK/initdb.log"
  as_postgres "$POSTGRESQL_BIN/pg_ctl" -D "$POSTGRESQL_DATA" -l "$POSTGRESQL_DATA/server.log" -w -s \
    -o "-p $POSTGRESQL_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=$POSTGRESQL_DATA -c max_connections=200" start
}

stop_postgresql() {
  [[ -n $POSTGRESQL_DATA && -f $POSTGRESQL_DATA/postmaster.pid ]] || return 0
  as_postgres "$POSTGRESQL_BIN/pg_ctl" -D "$POSTGRESQL_DATA" -m immediate -s stop || true
}

# --- Calls -----------------------------------------------------------------------------------------------------

# member NAME: the value of the first member of that name in the JSON on standard input.
member() {
  sed -nE "s/.*\"$1\" *: *(\"([^\"]*)\"|([0-9a-z.-]+)).*/\2\3/p" | head -n 1
}

# call METHOD URL [BODY] [curl options]: prints the body of the response, fails unless the status is 2xx.
call() {
  local method=$1 url=$2 body=${3:-}
  shift $(($# > 3 ? 3 : $#))
  curl -fsS -X "$method" "$url" ${body:+-H 'Content-Type: application/json' --data-binary "$body"} "$@"
}

# status METHOD URL [BODY] [curl options]: prints the status of the response.
status() {
  local method=$1 url=$2 body=${3:-}
  shift $(($# > 3 ? 3 : $#))
  curl -s -o /dev/null -w '%{http_code}' -X "$method" "$url" ${body:+-H 'Content-Type: application/json' --data-binary "$body"} "$@"
}

# tokens_of JSON: sets ACCESS_TOKEN and REFRESH_TOKEN from the response to a login or a refresh.
tokens_of() {
  ACCESS_TOKEN=$(member access_token <<<"$1")
  REFRESH_TOKEN=$(member refresh_token <<<"$1")
  [[ -n $ACCESS_TOKEN && -n $REFRESH_TOKEN ]] || fail "no tokens in a response"
}

# log_in NODE [USERNAME PASSWORD]: as this user; default: the first administrator.
log_in() {
  local response
  response=$(call POST "${SIGNET_URL[$1]}/auth/login" "{\"username\":\"${2:-$ADMIN}\",\"password\":\"${3:-$SIGNET_ADMIN_PASSWORD}\"}")
  tokens_of "$response"
}

# jwt_header TOKEN: as JSON.
jwt_header() {
  local header
  header=$(tr -- '-_' '+/' <<<"${1%%.*}")
  while ((${#header} % 4)); do header+='='; done
  base64 -d <<<"$header"
}

kid_of() {
  jwt_header "$1" | member kid
}

bearer() {
  echo "Authorization: Bearer $1"
}

# --- Checks ---------------------------------------------------------------------------------------------------------

PASSED=0
FAILED=0
SKIPPED=()

# check SENTENCE COMMAND...: counts the result and prints it.
check() {
  local sentence=$1
  shift
  if "$@"; then
    PASSED=$((PASSED + 1))
    [[ ${QUIET:-} == 1 ]] || echo "ok      $sentence"
  else
    FAILED=$((FAILED + 1))
    echo "FAILED  $sentence"
  fi
}

equal() {
  [[ $1 == "$2" ]] || {
    echo "        expected $1, was $2"
    return 1
  }
}

# within SECONDS COMMAND...: tries again until it succeeds or the time is over.
within() {
  local end=$(($(date +%s%N) + $1 * 1000000000))
  shift
  until "$@" >/dev/null; do
    (($(date +%s%N) < end)) || return 1
    sleep 0.05
  done
}

# skip NAME REASON: reports a check that cannot run, now and in the summary.
skip() {
  SKIPPED+=("$1")
  echo "SKIPPED $1: $2"
}

summary() {
  local name
  for name in "${SKIPPED[@]}"; do echo "NOT RUN: $name, see above"; done
  echo "$PASSED passed, $FAILED failed"
  ((FAILED == 0))
}
