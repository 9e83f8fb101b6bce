# shellcheck shell=bash
# Starts the example consumers and prints their result for a token: "accepted …" or "rejected …".
# Sourced by verify-across-rotation.sh after installation.sh. Each consumer is one process for the whole run, so that
# its cache of the key set is tested too.

CONSUMERS=()
declare -A CONSUMER_PID TO FROM

before_clean_up() {
  local name
  for name in "${!CONSUMER_PID[@]}"; do kill "${CONSUMER_PID[$name]}" 2>/dev/null || true; done
}

# start_reader NAME COMMAND...: a consumer that reads tokens from its standard input, one a line.
start_reader() {
  local name=$1 descriptor
  shift
  mkfifo "$WORK/$name.in" "$WORK/$name.out"
  SIGNET_ISSUER=$ISSUER "$@" <"$WORK/$name.in" >"$WORK/$name.out" 2>"$WORK/$name.log" &
  CONSUMER_PID[$name]=$!
  exec {descriptor}>"$WORK/$name.in"
  TO[$name]=$descriptor
  exec {descriptor}<"$WORK/$name.out"
  FROM[$name]=$descriptor
  CONSUMERS+=("$name")
}

start_python() {
  local python
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import jwt, cryptography; jwt.PyJWKClient' 2>/dev/null; then
      start_reader python "$python" "$PROJECT/examples/python/verify.py"
      return
    fi
  done
  skip python "no python3 with PyJWT and cryptography (apt-get install python3-jwt python3-cryptography)"
}

start_node() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    skip node "no node and npm"
    return
  fi
  cp -r "$PROJECT/examples/node" "$WORK/node"
  (cd "$WORK/node" && npm ci --silent --no-audit --no-fund </dev/null) || fail "examples/node: npm ci failed"
  start_reader node node "$WORK/node/verify.mjs"
}

start_quarkus() {
  local jar=$PROJECT/examples/resource-quarkus/target/quarkus-app/quarkus-run.jar port
  "$PROJECT/mvnw" -B -ntp -q -f "$PROJECT/examples/resource-quarkus/pom.xml" package </dev/null
  port=$(free_port)
  SIGNET_ISSUER=$ISSUER SIGNET_AUDIENCE=$ISSUER SIGNET_JWKS_URL=$ISSUER/.well-known/jwks.json \
    MP_JWT_VERIFY_PUBLICKEY_ALGORITHM=RS256,ES256 \
    "$JAVA" -Dquarkus.http.host=localhost -Dquarkus.http.port="$port" -jar "$jar" >"$WORK/quarkus.log" 2>&1 &
  CONSUMER_PID[quarkus]=$!
  RESOURCE=http://localhost:$port
  within 30 curl -fs -o /dev/null "$RESOURCE/public" || fail "examples/resource-quarkus did not start: $(tail "$WORK/quarkus.log")"
  CONSUMERS+=(quarkus)
}

# verdict CONSUMER TOKEN
verdict() {
  local verdict status
  case $1 in
    quarkus)
      verdict=$(curl -s -w ' %{http_code}' "$RESOURCE/me" -H "$(bearer "$2")")
      status=${verdict##* }
      case $status in
        200) echo "accepted $(member subject <<<"$verdict")" ;;
        *) echo "rejected $status" ;;
      esac
      ;;
    signet)
      status=$(status GET "$ISSUER/auth/me" '' -H "$(bearer "$2")")
      if [[ $status == 200 ]]; then echo accepted; else echo "rejected $status"; fi
      ;;
    *)
      printf '%s\n' "$2" >&"${TO[$1]}"
      read -r -t 20 verdict <&"${FROM[$1]}" || verdict="no response"
      echo "$verdict"
      ;;
  esac
}
