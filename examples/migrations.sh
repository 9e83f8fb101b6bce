#!/usr/bin/env bash
# Migrates a Django project from its own HS256 tokens by the steps of docs/migrating-from-hs256.md: import, both kinds of tokens, Signet's
# tokens only. Clients of simplejwt and djangorestframework-jwt call it, across a rotation. Also tests Flask, a WebSocket server and nginx.
# Takes about a minute and needs ../target/quarkus-app. Environment: see ../src/test/scripts/installation.sh.
set -euo pipefail
cd "$(dirname "$0")"
source ../src/test/scripts/installation.sh

PYTHON=/usr/bin/python3
PASSWORD='meandering river 12'
MANY=500
NGINX_PID=
declare -A SERVICE_PID
export PYTHONDONTWRITEBYTECODE=1 SECRET_KEY='what the project signed its tokens with' DATABASE=$WORK/project.sqlite3

before_clean_up() {
  local name
  for name in "${!SERVICE_PID[@]}"; do stop_service "$name"; done
  [[ -z $NGINX_PID ]] || kill -QUIT "$NGINX_PID" 2>/dev/null || true
}

has() {
  "$PYTHON" -c "import $1" 2>/dev/null || {
    skip "$2" "no $1 (apt-get install $3)"
    return 1
  }
}

# start_service NAME PORT COMMAND...
start_service() {
  local name=$1 port=$2
  shift 2
  SIGNET_ISSUER=$ISSUER "$@" >>"$WORK/$name.log" 2>&1 &
  SERVICE_PID[$name]=$!
  within 60 bash -c "exec 3<>/dev/tcp/127.0.0.1/$port" 2>/dev/null || fail "$name did not start: $(tail -n 20 "$WORK/$name.log")"
}

stop_service() {
  kill "${SERVICE_PID[$1]}" 2>/dev/null || true
  wait "${SERVICE_PID[$1]}" 2>/dev/null || true
  unset "SERVICE_PID[$1]"
}

contains() {
  grep -qF -- "$1" <<<"$2" || {
    echo "        no $1 in: $2"
    return 1
  }
}

# --- Signet ---------------------------------------------------------------------------------------------------------

start_installation() {
  use_database h2
  SIGNET_OPTIONS=(
    -Dsignet.compat.simplejwt=true -Dsignet.compat.drf-jwt=true -Dsignet.web.trusted-proxies=127.0.0.1
    -Dquarkus.http.access-log.enabled=true
    -Dsignet.keys.jwks-max-age=PT2S -Dsignet.keys.clock-skew=PT1S -Dsignet.keys.reload-interval=PT1S
    -Dsignet.keys.announce-lead=PT5S
  )
  start_signet signet
  ISSUER=${SIGNET_URL[signet]}
  log_in signet
  ADMIN_BEARER=$(bearer "$ACCESS_TOKEN")
}

rotate() {
  call POST "$ISSUER/admin/keys/rotations" '{"immediate":true}' -H "$ADMIN_BEARER" -o /dev/null
}

# --- Django ---------------------------------------------------------------------------------------------------------

manage() {
  SIGNET_ISSUER=$ISSUER STAGE=$STAGE "$PYTHON" django/manage.py "$@"
}

start_django() {
  STAGE=$1
  [[ -z ${SERVICE_PID[django]:-} ]] || stop_service django
  STAGE=$STAGE start_service django "$DJANGO_PORT" "$PYTHON" django/manage.py runserver --noreload "127.0.0.1:$DJANGO_PORT"
}

# whoami SCHEME TOKEN: prints the status of the resource and the user in the response.
whoami() {
  local response
  response=$(curl -s -w ' %{http_code}' "$DJANGO/whoami/" -H "Authorization: $1 $2")
  echo "${response##* } $(member username <<<"$response")"
}

# simplejwt URL: requests a pair of tokens as clients of simplejwt do.
simplejwt() {
  call POST "$1/api/token/" "{\"username\":\"ann\",\"password\":\"$PASSWORD\"}"
}

import() {
  curl -fsS -X POST -T "$1" "$ISSUER/admin/accounts:import" -H "$ADMIN_BEARER" -H 'Content-Type: application/x-ndjson'
}

check_original_project() {
  manage migrate -v 0
  manage shell -c "
from django.contrib.auth.models import User
ann = User.objects.create_user('ann', 'ann@example.com', '$PASSWORD')
User.objects.create_user('ben', password='$PASSWORD', is_active=False)
User.objects.create_user('cleo')
User.objects.bulk_create(User(username=f'user-{n}', password=ann.password) for n in range($MANY))"
  start_django hs256
  OLD=$(simplejwt "$DJANGO" | member access)
  check "django: its own HS256 token is accepted" equal "200 ann" "$(whoami Bearer "$OLD")"
}

check_import() {
  local users=$((MANY + 3))
  manage export_users >"$WORK/users.ndjson"
  import "$WORK/users.ndjson" >"$WORK/report.ndjson"
  check "import: $users users" contains "\"created\":$users,\"exists\":0,\"refused\":0" "$(tail -n 1 "$WORK/report.ndjson")"
  check "import: one line for each user, and a summary line" equal $((users + 1)) "$(wc -l <"$WORK/report.ndjson")"
  check "import: a repeated import creates nothing" \
    contains "\"created\":0,\"exists\":$users,\"refused\":0" "$(import "$WORK/users.ndjson" | tail -n 1)"
  log_in signet ann "$PASSWORD"
  check "import: ann logs in with the password of Django's PBKDF2 hash" test -n "$ACCESS_TOKEN"
  check "import: ben, who is inactive, cannot log in" \
    equal 401 "$(status POST "$ISSUER/auth/login" "{\"username\":\"ben\",\"password\":\"$PASSWORD\"}")"
  check "import: cleo, who has no password, cannot log in" \
    equal 401 "$(status POST "$ISSUER/auth/login" "{\"username\":\"cleo\",\"password\":\"!\"}")"
}

check_both_token_kinds() {
  check "django, before: Signet's token is rejected" equal "401 " "$(whoami Bearer "$ACCESS_TOKEN")"
  start_django dual
  check "django, both: the HS256 token is accepted" equal "200 ann" "$(whoami Bearer "$OLD")"
  check "django, both: Signet's token is accepted" equal "200 ann" "$(whoami Bearer "$ACCESS_TOKEN")"
  check "django, both: a token with an unknown key is rejected" \
    equal "401 " "$(whoami Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6Im5vIn0.e30.AAAA)"
  check "django, both: simplejwt's own login still works" test -n "$(simplejwt "$DJANGO" | member access)"
}

check_signet_tokens_only() {
  local before
  start_django signet
  check "django, Signet alone: the HS256 token is rejected" equal "401 " "$(whoami Bearer "$OLD")"
  check "django, Signet alone: Signet's token is accepted" equal "200 ann" "$(whoami Bearer "$ACCESS_TOKEN")"
  before=$ACCESS_TOKEN
  rotate
  ACCESS_TOKEN=$(simplejwt "$ISSUER" | member access)
  check "django: the keys were rotated" test "$(kid_of "$ACCESS_TOKEN")" != "$(kid_of "$before")"
  check "django: the token from before the rotation is accepted" equal "200 ann" "$(whoami Bearer "$before")"
  check "django: the token from after the rotation is accepted without a restart" equal "200 ann" "$(whoami Bearer "$ACCESS_TOKEN")"
  check "simplejwt's client: refresh, verify, blacklist at Signet" check_simplejwt_views
}

check_simplejwt_views() {
  local pair refresh
  pair=$(simplejwt "$ISSUER")
  pair=$(call POST "$ISSUER/api/token/refresh/" "{\"refresh\":\"$(member refresh <<<"$pair")\"}")
  refresh=$(member refresh <<<"$pair")
  call POST "$ISSUER/api/token/verify/" "{\"token\":\"$(member access <<<"$pair")\"}" -o /dev/null
  call POST "$ISSUER/api/token/blacklist/" "{\"refresh\":\"$refresh\"}" -o /dev/null
  equal 401 "$(status POST "$ISSUER/api/token/refresh/" "{\"refresh\":\"$refresh\"}")"
}

clients_of_drf_jwt() {
  local token
  token=$(SIGNET_ISSUER=$ISSUER USERNAME=ann PASSWORD=$PASSWORD "$PYTHON" drf-jwt/client.py) || return 1
  equal "200 ann" "$(whoami JWT "$token")"
}

django() {
  has rest_framework_simplejwt django python3-djangorestframework-simplejwt || return 0
  DJANGO_PORT=$(free_port)
  DJANGO=http://127.0.0.1:$DJANGO_PORT
  STAGE=hs256
  check_original_project
  check_import
  check_both_token_kinds
  check_signet_tokens_only
  check "djangorestframework-jwt's client: Signet, and the service by Authorization: JWT" clients_of_drf_jwt
}

# --- Flask ----------------------------------------------------------------------------------------------------------

flask() {
  local port url before
  has flask flask python3-flask || return 0
  port=$(free_port)
  url=http://127.0.0.1:$port
  FLASK_APP=flask/app.py start_service flask "$port" "$PYTHON" -m flask run --port "$port"
  log_in signet
  before=$ACCESS_TOKEN
  check "flask: public resource without a token, 200" equal 200 "$(status GET "$url/unprotected")"
  check "flask: protected resource without a token, 401" equal 401 "$(status GET "$url/protected")"
  check "flask: a token in the URL, 401" equal 401 "$(status GET "$url/protected?token=$before")"
  check "flask: a token, 200" equal 200 "$(status GET "$url/protected" '' -H "$(bearer "$before")")"
  check "flask: the role, 200" equal 200 "$(status GET "$url/admin" '' -H "$(bearer "$before")")"
  rotate
  log_in signet
  check "flask: the token from before a rotation, 200" equal 200 "$(status GET "$url/protected" '' -H "$(bearer "$before")")"
  check "flask: the one from after it, 200" equal 200 "$(status GET "$url/protected" '' -H "$(bearer "$ACCESS_TOKEN")")"
  check "flask: HS256 with a tutorial's secret, 401" equal 401 "$(status GET "$url/protected" '' -H "$(bearer \
    eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoxfQ.xpCS8TTq1a53OIps1ByTdm6Sh-A1ZoCId3e2YYWjapU)")"
  log_in_user dora
  check "flask: without the role, 403" equal 403 "$(status GET "$url/admin" '' -H "$(bearer "$ACCESS_TOKEN")")"
}

log_in_user() {
  call POST "$ISSUER/admin/accounts" "{\"username\":\"$1\",\"password\":\"$PASSWORD\"}" -H "$ADMIN_BEARER" -o /dev/null
  log_in signet "$1" "$PASSWORD"
}

# --- WebSocket ------------------------------------------------------------------------------------------------------

websocket() {
  local port output
  has websockets websocket python3-websockets || return 0
  port=$(free_port)
  PORT=$port start_service websocket "$port" "$PYTHON" websocket/server.py
  output=$(SIGNET_ISSUER=$ISSUER USERNAME=$ADMIN PASSWORD=$SIGNET_ADMIN_PASSWORD SERVER=ws://localhost:$port "$PYTHON" websocket/client.py)
  check "websocket: a ticket opens the connection" contains "the path: hello admin / admin: how are you?" "$output"
  check "websocket: a ticket works once" contains "again: rejected 401" "$output"
  check "websocket: a ticket works only for its path" contains "another path: rejected 401" "$output"
  check "websocket: a ticket is required" contains "no ticket: rejected 401" "$output"
  check "websocket: a token does not replace a ticket" contains "a token: rejected 401" "$output"
}

# --- nginx ----------------------------------------------------------------------------------------------------------

start_nginx() {
  local certificates=$WORK/certificates
  mkdir "$WORK/nginx" "$certificates"
  chmod 777 "$WORK/nginx"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -keyout "$certificates/key.pem" -out "$certificates/certificate.pem" 2>/dev/null
  sed -e "s#/tmp/#$WORK/nginx/#" -e "s#/etc/ssl/signet/#$certificates/#" -e "s#listen 8443 #listen 127.0.0.1:$1 #" \
    -e "s#server 127.0.0.1:8080#server 127.0.0.1:${SIGNET_PORT[signet]}#" nginx/nginx.conf >"$WORK/nginx.conf"
  nginx -p "$WORK/nginx" -c "$WORK/nginx.conf" -g 'daemon off;' >>"$WORK/nginx.log" 2>&1 &
  NGINX_PID=$!
  export CURL_CA_BUNDLE=$certificates/certificate.pem
}

# logged_in_from URL [curl options]: logs in and prints the IP address in the session.
logged_in_from() {
  local url=$1
  shift
  tokens_of "$(call POST "$url/auth/login" "{\"username\":\"$ADMIN\",\"password\":\"$SIGNET_ADMIN_PASSWORD\"}" "$@")"
  call GET "$ISSUER/auth/sessions?limit=1" '' -H "$(bearer "$ACCESS_TOKEN")" | member address
}

check_nginx() {
  local port url ticket link=sgl_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE
  if ! command -v nginx >/dev/null || ! command -v openssl >/dev/null; then
    skip nginx "no nginx and openssl (apt-get install nginx-light openssl)"
    return
  fi
  port=$(free_port)
  url=https://localhost:$port
  start_nginx "$port"
  within 20 call GET "$url/.well-known/jwks.json" -s 2>/dev/null || fail "nginx: $(<"$WORK/nginx.log")"
  check "nginx: Signet sees the IP address of the client" equal 127.0.0.6 "$(logged_in_from "$url" --interface 127.0.0.6)"
  check "nginx: a forwarded IP address of the client is replaced" \
    equal 127.0.0.6 "$(logged_in_from "$url" --interface 127.0.0.6 -H 'X-Forwarded-For: 6.6.6.6' -H 'Forwarded: for=6.6.6.6')"
  check "nginx: a forwarded IP address is ignored without the proxy" \
    equal 127.0.0.7 "$(logged_in_from "$ISSUER" --interface 127.0.0.7 -H 'X-Forwarded-For: 6.6.6.6')"
  ticket=$(call POST "$url/auth/tickets" '{"path":"/auth/me"}' -H "$(bearer "$ACCESS_TOKEN")" | member ticket)
  check "nginx: a ticket through it, 200" equal 200 "$(status GET "$url/auth/me?ticket=$ticket")"
  check "nginx: a used ticket, 401" equal 401 "$(status GET "$url/auth/me?ticket=$ticket")"
  check "nginx: both keep an access log" both_write_access_log
  check "nginx: the ticket is in no log" bash -c '! grep -rqF "$1" "$2"/nginx "$2"/*.log' - "$ticket" "$WORK"
  check "nginx: a link through it, 410" equal 410 "$(status GET "$url/links/$link")"
  check "nginx: both logs have the path of the link without its token" both_redact_link_tokens
  check "nginx: the token is in no log" bash -c '! grep -rqF "$1" "$2"/nginx "$2"/*.log' - "$link" "$WORK"
  check "nginx: an import through it is streamed" import_through "$url"
}

both_write_access_log() {
  grep -qF 'GET /auth/me HTTP' "$WORK/nginx/access.log" && grep -qF 'GET /auth/me HTTP' "$WORK/signet.log"
}

both_redact_link_tokens() {
  grep -qF 'GET /links/*** HTTP' "$WORK/nginx/access.log" && grep -qF 'GET /links/*** HTTP' "$WORK/signet.log"
}

import_through() {
  local n
  for ((n = 0; n < 2000; n++)); do echo "{\"username\":\"through-nginx-$n\",\"email\":\"through-nginx-$n@example.com\"}"; done >"$WORK/more.ndjson"
  contains '"created":2000,' "$(curl -fsS -X POST -T "$WORK/more.ndjson" "$1/admin/accounts:import" -H "$ADMIN_BEARER" \
    -H 'Content-Type: application/x-ndjson' | tail -n 1)"
}

start_installation
django
flask
websocket
check_nginx

summary
