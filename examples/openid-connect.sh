#!/usr/bin/env bash
# Logs in through a packaged Signet with third-party clients: openid-client, quarkus-oidc, Spring Security and Apache's
# mod_auth_openidc; one login and one logout are for all of them. Usage: openid-connect.sh [h2|postgresql]
# Takes about a minute and needs ../target/quarkus-app and Node. Environment: see ../src/test/scripts/installation.sh.
set -euo pipefail
cd "$(dirname "$0")"
source ../src/test/scripts/installation.sh

DATABASE=${1:-h2}
PASSWORD='meandering river 12'
APPLICATIONS=()
declare -A APPLICATION_PID PORT SECRET

before_clean_up() {
  local pid
  for pid in "${APPLICATION_PID[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait "${APPLICATION_PID[@]}" 2>/dev/null || true
}

# --- Signet and its clients -----------------------------------------------------------------------------------------

# Logout tokens are sent to loopback addresses, which Signet calls only if signet.fetch.allowed-hosts allows it.
start_installation() {
  local name hosts=()
  for name in quarkus spring apache; do
    PORT[$name]=$(free_port)
    hosts+=("127.0.0.1:${PORT[$name]}")
  done
  use_database "$DATABASE"
  SIGNET_OPTIONS=(-Dsignet.oidc.id-token.ttl=PT50S -Dsignet.fetch.allowed-hosts="$(IFS=, && echo "${hosts[*]}")")
  start_signet signet
  ISSUER=${SIGNET_URL[signet]}
  log_in signet
  ADMIN_TOKEN=$ACCESS_TOKEN
  call POST "$ISSUER/admin/roles" '{"name":"reader"}' -H "$(bearer "$ADMIN_TOKEN")" -o /dev/null
  SUBJECT=$(call POST "$ISSUER/admin/accounts" "{\"username\":\"ann\",\"password\":\"$PASSWORD\",\"roles\":[\"reader\"]}" \
    -H "$(bearer "$ADMIN_TOKEN")" | member id)
}

# register ID MEMBERS: a client with those members of a JSON object; its secret is kept.
register() {
  SECRET[$1]=$(call POST "$ISSUER/admin/clients" "{\"client_id\":\"$1\",$2}" -H "$(bearer "$ADMIN_TOKEN")" | member client_secret)
  [[ -n ${SECRET[$1]} ]] || fail "client $1 was given no secret"
}

# register_application NAME CALLBACK GOODBYE LOGOUT: a web application at its port, with an audience for its API. Its access tokens expire after
# 50 s. Such applications renew tokens a minute before their expiry, so that each visit is a refresh.
register_application() {
  local site=http://127.0.0.1:${PORT[$1]}
  register "$1" "\"first_party\":true,\"redirect_uris\":[\"$site$2\"],\"post_logout_redirect_uris\":[\"$site$3\"],
    \"backchannel_logout_uri\":\"$site$4\",\"backchannel_logout_session_required\":true,
    \"grant_types\":[\"authorization_code\",\"refresh_token\"],\"scope\":\"openid profile email groups offline_access\",
    \"audiences\":[\"$site/api\"],\"access_token_ttl\":50"
}

# --- The applications -----------------------------------------------------------------------------------------------

# run_application NAME COMMAND...: starts the application with its own client, at its port, and runs the journey against it.
run_application() {
  local name=$1 site=http://127.0.0.1:${PORT[$1]}
  shift
  SIGNET_ISSUER=$ISSUER SIGNET_AUDIENCE=$site/api CLIENT_ID=$name CLIENT_SECRET=${SECRET[$name]} "$@" >"$WORK/$name.log" 2>&1 &
  APPLICATION_PID[$name]=$!
  APPLICATIONS+=("$name=$site/")
}

await_application() {
  local tries
  for ((tries = 0; tries < 400; tries++)); do
    curl -s -o /dev/null "http://127.0.0.1:${PORT[$1]}/" && return
    kill -0 "${APPLICATION_PID[$1]}" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 40 "$WORK/$1.log" >&2
  fail "$1 did not start"
}

# build FOLDER JAR: builds the application unless the jar is newer than its sources.
build() {
  [[ -e $1/$2 && -z $(find "$1/pom.xml" "$1/src" -newer "$1/$2") ]] ||
    "$PROJECT/mvnw" -B -ntp -q -f "$1/pom.xml" package </dev/null || fail "examples/$1 cannot be built"
}

start_quarkus() {
  local jar=target/quarkus-app/quarkus-run.jar
  build web-quarkus "$jar"
  register_application quarkus /callback /goodbye /back-channel-logout
  run_application quarkus "$JAVA" -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="${PORT[quarkus]}" \
    -jar "web-quarkus/$jar"
}

start_spring() {
  local jar=target/web-spring-1.0.0.jar
  build web-spring "$jar"
  register_application spring /login/oauth2/code/signet /goodbye /logout/connect/back-channel/signet
  run_application spring "$JAVA" -jar "web-spring/$jar" \
    --server.address=127.0.0.1 --server.port="${PORT[spring]}"
}

start_apache() {
  if [[ ! -e /usr/lib/apache2/modules/mod_auth_openidc.so ]]; then
    skip apache "no mod_auth_openidc (apt-get install libapache2-mod-auth-openidc)"
    return
  fi
  register_application apache /callback /goodbye.html '/callback?logout=backchannel'
  mkdir "$WORK/apache"
  cp -r apache/html "$WORK/html"
  run_application apache env SITE="http://127.0.0.1:${PORT[apache]}" PORT="${PORT[apache]}" COOKIE_KEY="$(openssl rand -hex 32)" \
    RUN="$WORK/apache" HTML="$WORK/html" SITE_CONF="$PWD/apache/site.conf" \
    /usr/sbin/apache2 -f "$PWD/apache/httpd.conf" -DFOREGROUND
}

# --- The checks -----------------------------------------------------------------------------------------------------

# The folders that have dependencies of their own are installed beside a copy, so that the checkout stays as it is.
install_node_programs() {
  cp -r browser openid-client "$WORK"
  rm -rf "$WORK/openid-client/node_modules"
  (cd "$WORK/openid-client" && npm ci --silent --no-audit --no-fund </dev/null) || fail "examples/openid-client: npm ci failed"
}

run_node() {
  SIGNET_ISSUER=$ISSUER SIGNET_USERNAME=ann SIGNET_PASSWORD=$PASSWORD SUBJECT=$SUBJECT ROLE=reader SIGNET_ADMIN_TOKEN=$ADMIN_TOKEN \
    SERVICE_ID=service SERVICE_SECRET=${SECRET[service]} CLIENT_ID=openid-client CLIENT_SECRET=${SECRET[openid-client]} \
    REDIRECT_URI=http://127.0.0.1:9/callback LOGOUT_URI=http://127.0.0.1:9/goodbye \
    node "$WORK/$1" "${@:2}"
}

# No server listens at its redirect URIs: the browser stops before it requests them.
register_programs() {
  register openid-client '"client_name":"Notes","redirect_uris":["http://127.0.0.1:9/callback"],
    "post_logout_redirect_uris":["http://127.0.0.1:9/goodbye"],"grant_types":["authorization_code","refresh_token",
    "urn:ietf:params:oauth:grant-type:device_code"],"scope":"openid profile email offline_access"'
  register service '"grant_types":["client_credentials"],"scope":"notes.read"'
}

# in_python PROGRAM AUDIENCE VERDICT...: compares the results for a token of the service itself, one line for each library.
in_python() {
  local program=$1 audience=$2 token output
  shift 2
  token=$(call POST "$ISSUER/oauth2/token" '' -u "service:${SECRET[service]}" -d grant_type=client_credentials | member access_token)
  output=$(SIGNET_ISSUER=$ISSUER SIGNET_AUDIENCE=$audience /usr/bin/python3 "python/$program" <<<"$token")
  equal "$*" "$(awk '{ for (i = 1; i <= NF; i++) if ($i ~ /^(accepted|rejected)$/) print $i }' <<<"$output" | paste -sd' ')"
}

python_libraries() {
  if ! /usr/bin/python3 -c 'import jwt, cryptography, authlib, jwcrypto' 2>/dev/null; then
    skip python "no PyJWT, Authlib and jwcrypto (apt-get install python3-jwt python3-authlib python3-jwcrypto)"
    return
  fi
  check "PyJWT accepts a client's own token" in_python verify.py "$ISSUER" accepted
  check "PyJWT rejects it for another audience" in_python verify.py https://other.example rejected
  check "Authlib and jwcrypto accept it" in_python other_libraries.py "$ISSUER" accepted accepted
  check "Authlib and jwcrypto reject it for another audience" in_python other_libraries.py https://other.example rejected rejected
}

for tool in node npm openssl; do
  command -v "$tool" >/dev/null || {
    echo "NOT RUN: no $tool to drive the logins with"
    exit 0
  }
done

start_installation
start_quarkus
start_spring
start_apache
install_node_programs
register_programs
for application in "${APPLICATIONS[@]}"; do await_application "${application%%=*}"; done

check "web applications: log in, refresh, log out, together" run_node browser/journey.mjs "${APPLICATIONS[@]}"
check "openid-client: all checks of a certified relying party" run_node openid-client/checks.mjs
check "jose: across rotations" run_node openid-client/rotation.mjs
python_libraries

summary
