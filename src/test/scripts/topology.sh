#!/usr/bin/env bash
# The installation of deploy/compose without containers: two nodes with its settings and its secrets as files, PostgreSQL
# with a password, and nginx with the same configuration. Keys rotate, a session is revoked, one node is killed and the
# other is stopped, all in the middle of traffic; nothing acknowledged is lost, every token verifies for a reader that
# knows only the JWK Set served by nginx, and a client cannot forge its IP address. A link is mailed, and a dump is
# restored. Takes about two minutes.
# Needs nginx, openssl and python3-jwt. Environment: see installation.sh.
set -euo pipefail
source "$(dirname "$0")/installation.sh"
command -v nginx >/dev/null || fail "no nginx: install it (apt-get install nginx-light)"

ADMIN_IP_ADDRESS=127.0.0.4
HTTPS_PORT=$(free_port)
HTTP_PORT=$(free_port)
MAIL_PORT=$(free_port)
BASE=https://localhost:$HTTPS_PORT
SECRETS=$WORK/secrets
COMPOSE=$PROJECT/deploy/compose
NGINX_PID=
TRAFFIC=()

before_clean_up() {
  stop_traffic
  ((FAILED == 0)) || print_logs
  [[ -z $NGINX_PID ]] || kill -QUIT "$NGINX_PID" 2>/dev/null || true
}

# Prints the logs after a failed check, which may not be reproducible.
print_logs() {
  local log
  echo "--- failed logins: status and milliseconds after the signal"
  cat "$WORK/failed-logins" 2>/dev/null || true
  for log in refresher-1.errors refresher-2.errors refresher-3.errors nginx.log backup.log; do
    echo "--- $log"
    tail -n 40 "$WORK/$log" 2>/dev/null | cut -c1-250 || true
  done
  for log in one two; do
    echo "--- $log.log"
    grep -E ' (INFO|WARN|ERROR) ' "$WORK/$log.log" 2>/dev/null | tail -n 25 | cut -c1-250 || true
  done
}

# --- The parts of deploy/compose ------------------------------------------------------------------------------------

create_secrets() {
  "$PROJECT/deploy/secrets.sh" "$SECRETS"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -keyout "$SECRETS/tls-key" -out "$SECRETS/tls-certificate" 2>/dev/null
  export CURL_CA_BUNDLE=$SECRETS/tls-certificate SSL_CERT_FILE=$SECRETS/tls-certificate
}

start_database() {
  start_postgresql
  as_postgres "$POSTGRESQL_BIN/psql" -qX -h "$POSTGRESQL_DATA" -p "$POSTGRESQL_PORT" -U signet -d postgres \
    -c "create database signet" -c "alter role signet password '$(<"$SECRETS/database-password")'"
  printf 'host all all 127.0.0.1/32 scram-sha-256\n' >"$POSTGRESQL_DATA/pg_hba.conf"
  as_postgres "$POSTGRESQL_BIN/pg_ctl" -D "$POSTGRESQL_DATA" -s reload
}

# environment_of FILE: the environment of the nodes in a file of deploy/compose, NAME=VALUE in each line, with SIGNET_HOST as the
# only variable that is set. A name without a value is not passed.
environment_of() {
  sed -nE '/^x-[a-z]+:/,/^services:/ s/^    ([A-Z_]+): +"?([^"]*)"?$/\1=\2/p' "$COMPOSE/$1" |
    sed -E -e 's/\$\{SIGNET_HOST:[^}]*\}/localhost/' -e 's/\$\{[A-Z_]+:-([^}]*)\}/\1/' \
      -e "s#/run/secrets/#$SECRETS/#" -e "s#//postgres:5432/#//127.0.0.1:$POSTGRESQL_PORT/#"
}

export_environment_of() {
  local variable
  while read -r variable; do
    export "${variable?}"
  done < <(environment_of "$1")
}

# The settings of compose.yaml. Each node has an issuer of its own, passed as an option.
configure_signet() {
  export_environment_of compose.yaml
  unset SIGNET_ISSUER SIGNET_ADMIN_PASSWORD
  ADMIN_PASSWORD=$(sed -n 's/^signet.admin.password=//p' "$SECRETS/signet.properties")
}

check_defaults() {
  start_signet defaults
  check "a node starts with the defaults of compose.yaml" equal 200 "$(status GET "${SIGNET_URL[defaults]}/.well-known/jwks.json")"
  stop_signet defaults
}

# The settings of trial-mail.yaml, nginx's IP address here, and times to live of seconds, so that a planned rotation can be watched.
configure_trial() {
  export_environment_of trial-mail.yaml
  export QUARKUS_MAILER_HOST=localhost QUARKUS_MAILER_PORT=$MAIL_PORT
  export SIGNET_WEB_TRUSTED_PROXIES=127.0.0.1
  export QUARKUS_SHUTDOWN_DELAY=2s
  SIGNET_OPTIONS=(
    -Dsignet.issuer="$BASE"
    -Dsignet.keys.jwks-max-age=PT2S -Dsignet.keys.clock-skew=PT1S -Dsignet.keys.reload-interval=PT1S
    -Dsignet.keys.announce-lead=PT5S
  )
}

start_nginx() {
  mkdir "$WORK/nginx"
  chmod 777 "$WORK/nginx"
  sed -e "s#/tmp/#$WORK/nginx/#" -e 's#${SIGNET_HOST}#localhost#' -e "s#server 172.30.0.11:8080#server 127.0.0.1:${SIGNET_PORT[one]}#" -e "s#server 172.30.0.12:8080#server 127.0.0.1:${SIGNET_PORT[two]}#" \
    -e "s#listen 8080 #listen 127.0.0.1:$HTTP_PORT #" \
    -e "s#listen 8443 #listen 127.0.0.1:$HTTPS_PORT #" -e "s#/run/secrets/#$SECRETS/#" \
    -e "s#^        location / {#        location /id/ { proxy_pass http://127.0.0.1:${SIGNET_PORT[below]}/; }\n&#" \
    "$COMPOSE/nginx.conf" >"$WORK/nginx.conf"
  nginx -p "$WORK/nginx" -c "$WORK/nginx.conf" -g 'daemon off;' >>"$WORK/nginx.log" 2>&1 &
  NGINX_PID=$!
}

# A third installation, with a database of its own, below a path that nginx removes (docs/operations/deployment.md).
launch_below() {
  launch_signet below -Dsignet.issuer="$BASE/id" \
    -Dquarkus.datasource.jdbc.url='jdbc:h2:mem:below;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1'
}

# location_below TOKEN: the Location of an account that is created below the path.
location_below() {
  call POST "$BASE/id/admin/accounts" '{"username":"below"}' -H "$(bearer "$1")" -o /dev/null -D - |
    tr -d '\r' | sed -n 's/^[Ll]ocation: //p'
}

check_below() {
  local token location ticket
  tokens_of "$(call POST "$BASE/id/auth/login" "{\"username\":\"$ADMIN\",\"password\":\"$ADMIN_PASSWORD\"}")"
  token=$ACCESS_TOKEN
  location=$(location_below "$token")
  check "below a path: Location begins with the path" grep -qE '^/id/admin/accounts/' <<<"$location"
  check "below a path: Location leads there" equal 200 "$(status GET "https://localhost:$HTTPS_PORT$location" '' -H "$(bearer "$token")")"
  ticket=$(call POST "$BASE/id/auth/tickets" '{"path":"/id/auth/me"}' -H "$(bearer "$token")" | member ticket)
  check "below a path: a ticket is for the path that clients use" equal 200 "$(status GET "$BASE/id/auth/me?ticket=$ticket")"
  check "below a path: once" equal 401 "$(status GET "$BASE/id/auth/me?ticket=$ticket")"
}

# --- Redirect, mail and backup ---------------------------------------------------------------------------------------

# location_of_http PATH [curl options]: the status and the Location of a request without TLS.
location_of_http() {
  local path=$1
  shift
  curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "$@" "http://localhost:$HTTP_PORT$path"
}

mailed_link() {
  grep -rhoE 'https://[^/]+/links/[A-Za-z0-9_-]+' "$WORK/mails" --include='reader@example.com.????' | head -n 1 | grep .
}

check_mail() {
  call POST "$BASE/admin/accounts" '{"username":"reader","email":"reader@example.com","email_verified":true,"password":"seventeen green bottles"}' \
    -H "$ADMIN_BEARER" -o /dev/null
  call POST "$BASE/auth/links/password-reset" '{"username":"reader"}' -o /dev/null
  check "a link is mailed" within 60 mailed_link
  check "the link leads to nginx" equal 200 "$(status GET "$(mailed_link)")"
}

# Replaces the shell by the script of the service "backup", with the secrets of the installation.
exec_backup() {
  PATH=$POSTGRESQL_BIN:$PATH
  export PATH PGHOST=127.0.0.1 PGPORT=$POSTGRESQL_PORT PGUSER=signet PGDATABASE=signet PASSWORD_FILE=$SECRETS/database-password
  export BACKUP_DIRECTORY=$WORK/backups BACKUP_TIME=02:30 BACKUP_KEEP=2
  exec "$COMPOSE/backup.sh" "$@" >>"$WORK/backup.log" 2>&1
}

backup() {
  (exec_backup "$@")
}

# The dumps, the oldest first; fails if there is none.
dumps() {
  find "$WORK/backups" -name 'signet-*.dump' | sort | grep .
}

fails() {
  ! "$@"
}

# create_in_admin USERNAME: prints the path of the account.
create_in_admin() {
  call POST "$BASE/admin/accounts" "{\"username\":\"$1\"}" -H "$ADMIN_BEARER" -o /dev/null -D - |
    tr -d '\r' | sed -nE 's#^[Ll]ocation: (https?://[^/]+)?(/.*)#\2#p'
}

# revoke_as_documented: the last revocation of "After a restore" in docs/operations/deployment.md, for the administrator.
revoke_as_documented() {
  local at account
  at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  sleep 1
  login
  account=$(call GET "$BASE/admin/accounts?username=$ADMIN" '' -H "$(bearer "$ACCESS_TOKEN")" | grep -oE '"id":"[^"]*"' | head -n 1 | cut -d '"' -f 4)
  call POST "$BASE/admin/accounts/$account/not-before" "{\"not_before\":\"$at\"}" -H "$(bearer "$ACCESS_TOKEN")" -o /dev/null
}

# One node runs. A dump is restored after a further change.
check_backup() {
  local earlier later dump schedule ended
  mkdir "$WORK/backups"
  check "backup: without a dump, the health check fails" fails backup check
  login
  ADMIN_BEARER=$(bearer "$ACCESS_TOKEN")
  earlier=$(create_in_admin earlier)
  exec_backup schedule &
  schedule=$!
  check "backup: the first dump is written at once" within 20 dumps
  kill "$schedule" 2>/dev/null
  wait "$schedule" 2>/dev/null || true
  dump=$(basename "$(dumps)")
  check "backup: the health check succeeds" backup check
  later=$(create_in_admin later)
  check "backup: a restore while a node runs is refused" fails backup restore "$dump"
  check "backup: the refused restore changed nothing" equal 200 "$(status GET "$BASE$later" '' -H "$ADMIN_BEARER")"
  call POST "$BASE/auth/logout" '' -H "$ADMIN_BEARER"
  stop_signet one
  # The file that a killed restore leaves.
  echo 'a readable copy of the database' >"$WORK/backups/restore.sql.part"
  check "backup: a restore with all nodes stopped" backup restore "$dump"
  check "backup: no readable copy remains" fails test -e "$WORK/backups/restore.sql.part"
  start_signet one
  check "backup: an account from before the dump exists" equal 200 "$(status GET "$BASE$earlier" '' -H "$ADMIN_BEARER")"
  check "backup: an account from after the dump does not" equal 404 "$(status GET "$BASE$later" '' -H "$ADMIN_BEARER")"
  ended=$REFRESH_TOKEN
  check "backup: a session that ended after the dump is valid again" equal 200 \
    "$(status POST "$BASE/auth/refresh" "{\"refresh_token\":\"$ended\"}")"
  revoke_as_documented
  check "backup: the documented revocation ends it" equal 401 "$(status POST "$BASE/auth/refresh" "{\"refresh_token\":\"$ended\"}")"
  check "backup: the documented revocation keeps the new session" equal 200 "$(me "$BASE" "$ACCESS_TOKEN")"
  sleep 1
  backup dump
  sleep 1
  echo 'a readable copy of the database' >"$WORK/backups/restore.sql.part"
  backup dump
  check "backup: a dump deletes the readable copy of a killed restore" fails test -e "$WORK/backups/restore.sql.part"
  check "backup: the newest two of three dumps are kept" equal 2 "$(dumps | grep -vc "$dump")"
  check "backup: the oldest dump is deleted" fails test -e "$WORK/backups/$dump"
}

# --- Traffic --------------------------------------------------------------------------------------------------------

# Refreshes one session repeatedly through nginx; repeats the request with the same token if no response arrived.
keep_refreshing() {
  local n=$1 response token=$2
  while [[ ! -e $WORK/enough ]]; do
    if response=$(call POST "$BASE/auth/refresh" "{\"refresh_token\":\"$token\"}" 2>>"$WORK/refresher-$n.errors"); then
      token=$(member refresh_token <<<"$response")
      member access_token <<<"$response" >>"$WORK/tokens"
      echo >>"$WORK/refreshed"
    else
      echo >>"$WORK/rejected"
      sleep 0.2
    fi
  done
  echo "$token" >"$WORK/refresher-$n.last"
}

# Creates accounts repeatedly and records the acknowledged ones.
keep_creating() {
  local n=0 path
  while [[ ! -e $WORK/enough ]]; do
    n=$((n + 1))
    path=$(curl -fsS -o /dev/null -D - -H "$ADMIN_BEARER" -H 'Content-Type: application/json' \
      --data-binary "{\"username\":\"writer-$n\"}" "$BASE/admin/accounts" 2>/dev/null |
      tr -d '\r' | sed -nE 's#^[Ll]ocation: (https?://[^/]+)?(/.*)#\2#p') && [[ -n $path ]] && echo "$path" >>"$WORK/created"
  done
}

start_traffic() {
  local n
  touch "$WORK/tokens" "$WORK/refreshed" "$WORK/rejected" "$WORK/created"
  for n in 1 2 3; do
    login
    keep_refreshing $n "$REFRESH_TOKEN" &
    TRAFFIC+=($!)
  done
  keep_creating &
  TRAFFIC+=($!)
  # Verifies every token as it is issued, with the URL of the JWK Set and nothing else.
  (tail -n +1 -f --pid=$$ "$WORK/tokens" & echo $! >"$WORK/tail.pid"; wait) |
    SIGNET_ISSUER=$BASE /usr/bin/python3 "$PROJECT/examples/python/verify.py" >"$WORK/verdicts" 2>&1 &
}

stop_traffic() {
  touch "$WORK/enough"
  ((${#TRAFFIC[@]} == 0)) || wait "${TRAFFIC[@]}" 2>/dev/null || true
  TRAFFIC=()
  [[ ! -s $WORK/tail.pid ]] || kill "$(<"$WORK/tail.pid")" 2>/dev/null || true
}

count() {
  wc -l <"$WORK/$1"
}

all_verified() {
  [[ $(count verdicts) -ge $(count tokens) ]]
}

progress() {
  local before
  before=$(count refreshed)
  within 10 bash -c "[[ \$(wc -l <'$WORK/refreshed') -gt $((before + 5)) ]]"
}

# --- Requests -------------------------------------------------------------------------------------------------------

# login [curl options]: as the administrator, through nginx.
login() {
  tokens_of "$(call POST "$BASE/auth/login" "{\"username\":\"$ADMIN\",\"password\":\"$ADMIN_PASSWORD\"}" "$@")"
}

me() {
  status GET "$1/auth/me" '' -H "$(bearer "$2")"
}

rejected_by_both() {
  [[ $(me "${SIGNET_URL[one]}" "$1") == 401 && $(me "${SIGNET_URL[two]}" "$1") == 401 ]]
}

ip_addresses_of() {
  call GET "$BASE/admin/events?type=$1&limit=200" '' -H "$ADMIN_BEARER" --interface $ADMIN_IP_ADDRESS | grep -oE '"address":"[^"]*"' | sort -u
}

signs_with_another_key() {
  login
  [[ $(kid_of "$ACCESS_TOKEN") != "$1" ]]
}

readiness() {
  status GET "http://localhost:${SIGNET_MANAGEMENT_PORT[$1]}/q/health/ready"
}

not_ready() {
  [[ $(readiness "$1") == 503 ]]
}

# --- The run --------------------------------------------------------------------------------------------------------

create_secrets
start_database
configure_signet
check_defaults
configure_trial
mkdir "$WORK/mails"
receive mailbox "$MAIL_PORT" "$WORK/mails"
launch_signet one
launch_signet two
await_signet one
await_signet two
launch_below
await_signet below
start_nginx
within 10 call GET "$BASE/.well-known/jwks.json" -s 2>/dev/null || fail "nginx: $(<"$WORK/nginx.log")"

login --interface $ADMIN_IP_ADDRESS
ADMIN_BEARER=$(bearer "$ACCESS_TOKEN")
check "the administrator's password comes from the secrets file, the database's too" test -n "$ACCESS_TOKEN"

tokens_of "$(call POST "${SIGNET_URL[one]}/auth/login" "{\"username\":\"$ADMIN\",\"password\":\"$ADMIN_PASSWORD\"}" -H 'X-Forwarded-For: 6.6.6.1' --interface 127.0.0.5)"
tokens_of "$(call POST "${SIGNET_URL[two]}/auth/refresh" "{\"refresh_token\":\"$REFRESH_TOKEN\"}")"
check "logged in on one, refreshed on two" equal 200 "$(me "$BASE" "$ACCESS_TOKEN")"
login -H 'X-Forwarded-For: 6.6.6.2' -H 'X-Forwarded-For: 6.6.6.3' --interface 127.0.0.6
seen=$(ip_addresses_of login.succeeded)
check "an event names the IP address of the client of nginx" grep -qF '"127.0.0.6"' <<<"$seen"
check "an event names the IP address of a client without nginx" grep -qF '"127.0.0.5"' <<<"$seen"
check "a forged X-Forwarded-For is ignored" bash -c '! grep -qF 6.6.6. <<<"$1"' - "$seen"
check "nginx does not forward to the management port" equal 404 "$(status GET "$BASE/q/health/ready")"
check "ambiguous framing through nginx: one response for each connection" \
  /usr/bin/python3 "$PROJECT/src/test/scripts/framing.py" localhost "$HTTPS_PORT" "$SECRETS/tls-certificate"

check "without TLS: redirected to the same path with https" equal "301 https://localhost/auth/me?a=b" "$(location_of_http '/auth/me?a=b')"
check "without TLS: a forged Host does not change the target" equal "301 https://localhost/auth/me" \
  "$(location_of_http /auth/me -H 'Host: evil.example.com')"
check_mail
check_below
stop_signet below

start_traffic
check "traffic flows" progress

login
kid=$(kid_of "$ACCESS_TOKEN")
call POST "$BASE/admin/keys/rotations" '{}' -H "$ADMIN_BEARER" -o /dev/null
check "a planned rotation: another key signs" within 30 signs_with_another_key "$kid"

login
revoked=$ACCESS_TOKEN revoked_refresh=$REFRESH_TOKEN
call POST "$BASE/auth/logout" '' -H "$(bearer "$revoked")"
check "a session that ended: rejected by both within a second" within 1 rejected_by_both "$revoked"
check "a session that ended: its refresh token is rejected" equal 401 "$(status POST "$BASE/auth/refresh" "{\"refresh_token\":\"$revoked_refresh\"}")"

kill_signet one
check "one killed with -9: traffic flows on" progress
launch_signet one
await_signet one
check "one started again: traffic flows on" progress

# Only new logins: each has to succeed while one node shuts down.
signalled_at=$(date +%s%3N)
kill -TERM "${SIGNET_PID[two]}"
check "shutdown of two: not ready first" within 2 not_ready two
failed=0
while kill -0 "${SIGNET_PID[two]}" 2>/dev/null; do
  status=$(status POST "$BASE/auth/login" "{\"username\":\"$ADMIN\",\"password\":\"$ADMIN_PASSWORD\"}") || true
  [[ $status == 200 ]] || {
    failed=$((failed + 1))
    echo "$status $(($(date +%s%3N) - signalled_at))" >>"$WORK/failed-logins"
  }
done
check "shutdown of two: no login fails" equal 0 $failed
wait "${SIGNET_PID[two]}" 2>/dev/null || ended=$?
unset "SIGNET_PID[two]"
check "shutdown of two: it ends by the signal, not by force" test "${ended:-0}" == 143
check "one alone: traffic flows on" progress

stop_traffic
check "every token was verified by its issuer's JWK Set" within 30 all_verified
check "not one of $(count verdicts) tokens was rejected" equal 0 "$(grep -vc ^accepted "$WORK/verdicts" || true)"
lost=0
while read -r path; do
  [[ $(status GET "$BASE$path" '' -H "$ADMIN_BEARER") == 200 ]] || lost=$((lost + 1))
done < <(tail -n 100 "$WORK/created")
check "of $(count created) acknowledged accounts none is lost (the last 100 looked for)" equal 0 $lost
for n in 1 2 3; do
  check "session $n is still valid" equal 200 "$(status POST "$BASE/auth/refresh" "{\"refresh_token\":\"$(<"$WORK/refresher-$n.last")\"}")"
done
check "of $(count refreshed) refreshes none was rejected, nodes coming and going" equal 0 "$(count rejected)"
check "no secret in any log" bash -c '! grep -qFf "$1" "$2" "$3"' - <(cat "$SECRETS/key-encryption-key" "$SECRETS/database-password"; echo; echo "$ADMIN_PASSWORD") "$WORK/one.log" "$WORK/two.log"

check_backup

summary
