#!/usr/bin/env bash
# API keys, action links and security events on two nodes and one PostgreSQL database: a single-use action succeeds once
# under concurrent requests to both nodes, and writes acknowledged before a node was killed with -9 are visible on the other.
# Usage: credentials.sh [KILLS]; needs python3; environment: see installation.sh.
set -euo pipefail
source "$(dirname "$0")/installation.sh"

KILLS=${1:-2}
RACERS=20
PASSWORD='eleven green bottles'

use_database postgresql
HOOK_PORT=$(free_port)
MAIL_PORT=$(free_port)
mkdir "$WORK/mails" "$WORK/race"
touch "$WORK/received"
# One issuer, as with a load balancer.
SIGNET_OPTIONS=(
  -Dsignet.issuer=http://localhost:8080
  -Dsignet.fetch.allowed-hosts="localhost:$HOOK_PORT" -Dsignet.webhooks.retry-delay=PT0.5S
  -Dquarkus.mailer.from=signet@example.com -Dquarkus.mailer.host=localhost -Dquarkus.mailer.port="$MAIL_PORT"
  -Dquarkus.mailer.start-tls=DISABLED
  -Dsignet.throttle.mails-per-address=1000
)

# as_administrator NODE: sets ADMIN_BEARER.
as_administrator() {
  log_in "$1"
  ADMIN_BEARER=$(bearer "$ACCESS_TOKEN")
}

# create_account NODE USERNAME: prints its id.
create_account() {
  call POST "${SIGNET_URL[$1]}/admin/accounts" \
    "{\"username\":\"$2\",\"email\":\"$2@example.com\",\"email_verified\":true,\"password\":\"$PASSWORD\"}" \
    -H "$ADMIN_BEARER" | member id
}

# request_link NODE PURPOSE USERNAME
request_link() {
  call POST "${SIGNET_URL[$1]}/auth/links/$2" "{\"username\":\"$3\"}"
}

# links_to USERNAME: the paths of the links that were mailed, in order. Notices, such as that of a changed password, have none.
links_to() {
  find "$WORK/mails" -name "$1@example.com.????" | sort | xargs -r grep -hom 1 -E '/links/[A-Za-z0-9_-]+' || true
}

# has_links COUNT USERNAME: whether that many links were mailed.
has_links() {
  (($(links_to "$2" | wc -l) >= $1))
}

# link NODE PURPOSE USERNAME: requests a link and sets LINK after it has arrived.
link() {
  local before
  before=$(links_to "$3" | wc -l)
  request_link "$1" "$2" "$3"
  # A mail whose SMTP greeting is lost is sent again after half a minute.
  within 90 has_links $((before + 1)) "$3" || fail "no link was mailed to $3"
  LINK=$(links_to "$3" | tail -n 1)
}

# statuses: the number of responses with each status in the last race, such as "19x410 1x204".
statuses() {
  grep -hE '^[0-9]{3}$' "$WORK"/race/* | sort | uniq -c | sort -rn | sed -E 's/ *([0-9]+) (.*)/\1x\2/' | paste -sd' '
}

# race COMMAND...: runs it RACERS times concurrently; its first argument is one node or the other, in turn.
race() {
  local n racers=() nodes=(one two)
  rm -f "$WORK"/race/*
  for ((n = 0; n < RACERS; n++)); do
    "$@" "${nodes[n % 2]}" >"$WORK/race/$n" &
    racers+=($!)
  done
  wait "${racers[@]}"
}

use_reset() {
  status POST "${SIGNET_URL[$1]}$LINK" "{\"new_password\":\"$PASSWORD again\"}"
}

use_sign_in() {
  status POST "${SIGNET_URL[$1]}$LINK" '{}'
}

rotate_key() {
  curl -s -w '\n%{http_code}' -X POST "${SIGNET_URL[$1]}/auth/api-keys/$KEY_ID/rotations" \
    -H 'Content-Type: application/json' --data-binary '{}' -H "$OWNER"
}

# valid_key_count: the number of valid keys among those that the last race returned.
valid_key_count() {
  local key valid=0
  for key in $(grep -ohE 'sgk_[A-Za-z0-9]+' "$WORK"/race/* | sort -u); do
    ! accepted_by two "$key" || valid=$((valid + 1))
  done
  echo "$valid"
}

# create_key NODE: creates an API key with the token in $OWNER; sets API_KEY and KEY_ID.
create_key() {
  local response
  response=$(call POST "${SIGNET_URL[$1]}/auth/api-keys" '{"name":"two nodes"}' -H "$OWNER")
  API_KEY=$(member api_key <<<"$response")
  KEY_ID=$(member id <<<"$response")
}

accepted_by() {
  [[ $(status GET "${SIGNET_URL[$1]}/auth/me" '' -H "$(bearer "$2")") == 200 ]]
}

rejected_by() {
  [[ $(status GET "${SIGNET_URL[$1]}/auth/me" '' -H "$(bearer "$2")") == 401 ]]
}

# Creates accounts on a node and disables them on it, so that each has two events in a fixed order.
create_events() {
  local node=$1 round=$2 n id
  for n in 1 2 3 4 5; do
    id=$(create_account "$node" "event-$round-$node-$n" 2>/dev/null) && [[ -n $id ]] || return 0
    echo "$id" >>"$WORK/created.$node"
    call PATCH "${SIGNET_URL[$node]}/admin/accounts/$id" '{"enabled":false}' -H "$ADMIN_BEARER" >/dev/null 2>&1 || return 0
    echo "$id" >>"$WORK/disabled.$node"
  done
}

# received_events: the events that the webhook received, in their order, by their names in /admin/events.
received_events() {
  sed -nE 's|https://.*#account\.||p' "$WORK/received"
}

# missing_events: the events that the nodes acknowledged and the webhook did not receive.
missing_events() {
  { sed 's/$/ created/' "$WORK"/created.*; sed 's/$/ disabled/' "$WORK"/disabled.*; } | sort -u >"$WORK/expected"
  received_events | sort -u | comm -23 "$WORK/expected" -
}

all_events_arrived() {
  [[ -z $(missing_events) ]]
}

# The first event of each account must be its creation, even if events are received twice.
events_are_in_order() {
  ! received_events | awk '!seen[$1]++' | grep -q disabled
}

receive hook "$HOOK_PORT" "$WORK/received"
receive mailbox "$MAIL_PORT" "$WORK/mails"
start_signet one
start_signet two
as_administrator one
call POST "${SIGNET_URL[one]}/admin/webhooks" \
  "{\"url\":\"http://localhost:$HOOK_PORT/\",\"event_types\":[\"account.created\",\"account.disabled\"]}" -H "$ADMIN_BEARER" >/dev/null

for ((round = 1; round <= KILLS; round++)); do
  # --- Races ---
  as_administrator one
  create_account one "racer-$round" >/dev/null
  link one password-reset "racer-$round"
  race use_reset
  check "$RACERS use one reset link on both nodes concurrently: one succeeds" equal "$((RACERS - 1))x410 1x204" "$(statuses)"
  check "... and both nodes accept the new password" log_in two "racer-$round" "$PASSWORD again"

  link two sign-in "racer-$round"
  older=$LINK
  link one sign-in "racer-$round"
  check "a newer link, requested on one, invalidates the older one, requested on two" \
    equal 410 "$(status POST "${SIGNET_URL[two]}$older" '{}')"
  race use_sign_in
  check "$RACERS sign in with one link on both nodes concurrently: one succeeds" equal "$((RACERS - 1))x410 1x200" "$(statuses)"

  log_in one "racer-$round" "$PASSWORD again"
  OWNER=$(bearer "$ACCESS_TOKEN")
  create_key one
  check "an API key created on one is valid on two" accepted_by two "$API_KEY"
  race rotate_key
  check "$RACERS rotate one key on both nodes concurrently: one succeeds" equal "$((RACERS - 1))x409 1x201" "$(statuses)"
  check "... and its new key is valid" equal 1 "$(valid_key_count)"
  call DELETE "${SIGNET_URL[two]}/auth/api-keys/$KEY_ID" '' -H "$OWNER"
  check "an API key revoked on two is rejected by one within a second" within 1 rejected_by one "$API_KEY"

  # --- Acknowledged, and killed ---
  create_account one "killed-$round" >/dev/null
  create_account one "asked-$round" >/dev/null
  link one password-reset "killed-$round"
  create_key one
  revoked=$API_KEY revoked_id=$KEY_ID
  create_events two "$round" &
  events=$!
  create_events one "$round" &
  wait $!
  create_key one
  call DELETE "${SIGNET_URL[one]}/auth/api-keys/$revoked_id" '' -H "$OWNER"
  used=$(status POST "${SIGNET_URL[one]}$LINK" "{\"new_password\":\"$PASSWORD killed\"}")
  request_link one password-reset "asked-$round"
  kill_signet one
  wait $events
  check "a link is used on one" equal 204 "$used"
  check "... which is killed: on two the link is already used" equal 410 "$(use_reset two)"
  check "... and the new password is valid" log_in two "killed-$round" "$PASSWORD killed"
  check "a link was requested on one, which was killed: two sends it" within 60 has_links 1 "asked-$round"
  check "... and it sets a password" equal 204 "$(LINK=$(links_to "asked-$round" | tail -n 1) use_reset two)"
  check "an API key created on one, which was killed, is valid on two" accepted_by two "$API_KEY"
  check "an API key revoked on one, which was killed, is rejected by two" rejected_by two "$revoked"
  check "each event of both nodes is delivered, including deliveries that one had started" within 120 all_events_arrived
  check "... those of one account in order" events_are_in_order
  start_signet one
done

events=$(received_events | sort -u | wc -l)
echo "$events events delivered, $(($(received_events | wc -l) - events)) repeated deliveries"
summary
