#!/usr/bin/env bash
# API keys, action links and security events on two nodes and one PostgreSQL database: what may happen once happens once when
# both are asked at once, and what a node acknowledged right before it was killed with -9 holds on the other.
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
touch "$WORK/told"
# One issuer, as behind a load balancer.
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

# ask NODE PURPOSE USERNAME
ask() {
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

# link NODE PURPOSE USERNAME: asks for one and sets LINK once it has come.
link() {
  local before
  before=$(links_to "$3" | wc -l)
  ask "$1" "$2" "$3"
  # A mail whose SMTP greeting is lost is sent again after half a minute.
  within 90 has_links $((before + 1)) "$3" || fail "no link was mailed to $3"
  LINK=$(links_to "$3" | tail -n 1)
}

# statuses: how often each status was answered in the last race, such as "19x410 1x204".
statuses() {
  grep -hE '^[0-9]{3}$' "$WORK"/race/* | sort | uniq -c | sort -rn | sed -E 's/ *([0-9]+) (.*)/\1x\2/' | paste -sd' '
}

# race COMMAND...: on both nodes in turn, which it is given as its first argument, all at once.
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

# good_keys: how many of the keys that the last race gave are good.
good_keys() {
  local key good=0
  for key in $(grep -ohE 'sgk_[A-Za-z0-9]+' "$WORK"/race/* | sort -u); do
    ! good_at two "$key" || good=$((good + 1))
  done
  echo "$good"
}

# make_key NODE: sets API_KEY and KEY_ID; the caller's token in $OWNER.
make_key() {
  local answer
  answer=$(call POST "${SIGNET_URL[$1]}/auth/api-keys" '{"name":"two nodes"}' -H "$OWNER")
  API_KEY=$(member api_key <<<"$answer")
  KEY_ID=$(member id <<<"$answer")
}

good_at() {
  [[ $(status GET "${SIGNET_URL[$1]}/auth/me" '' -H "$(bearer "$2")") == 200 ]]
}

refused_at() {
  [[ $(status GET "${SIGNET_URL[$1]}/auth/me" '' -H "$(bearer "$2")") == 401 ]]
}

# Accounts that are made on a node and disabled on it at once, so that each has two events in an order.
make_events() {
  local node=$1 round=$2 n id
  for n in 1 2 3 4 5; do
    id=$(create_account "$node" "event-$round-$node-$n" 2>/dev/null) && [[ -n $id ]] || return 0
    echo "$id" >>"$WORK/created.$node"
    call PATCH "${SIGNET_URL[$node]}/admin/accounts/$id" '{"enabled":false}' -H "$ADMIN_BEARER" >/dev/null 2>&1 || return 0
    echo "$id" >>"$WORK/disabled.$node"
  done
}

# told: the events that the hook has, in their order, by the names that /admin/events gives them.
told() {
  sed -nE 's|https://.*#account\.||p' "$WORK/told"
}

# untold: the events that the nodes acknowledged and the hook does not have.
untold() {
  { sed 's/$/ created/' "$WORK"/created.*; sed 's/$/ disabled/' "$WORK"/disabled.*; } | sort -u >"$WORK/owed"
  told | sort -u | comm -23 "$WORK/owed" -
}

all_are_told() {
  [[ -z $(untold) ]]
}

# Of each account the first word must be that it was made, whatever was told twice.
told_in_order() {
  ! told | awk '!seen[$1]++' | grep -q disabled
}

receive hook "$HOOK_PORT" "$WORK/told"
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
  check "$RACERS use one reset link on both at once: one wins" equal "$((RACERS - 1))x410 1x204" "$(statuses)"
  check "... and the password is the new one on both" log_in two "racer-$round" "$PASSWORD again"

  link two sign-in "racer-$round"
  older=$LINK
  link one sign-in "racer-$round"
  check "a newer link, asked for on one, kills the older one, asked for on two" \
    equal 410 "$(status POST "${SIGNET_URL[two]}$older" '{}')"
  race use_sign_in
  check "$RACERS sign in by one link on both at once: one does" equal "$((RACERS - 1))x410 1x200" "$(statuses)"

  log_in one "racer-$round" "$PASSWORD again"
  OWNER=$(bearer "$ACCESS_TOKEN")
  make_key one
  check "an API key made on one is good on two" good_at two "$API_KEY"
  race rotate_key
  check "$RACERS rotate one key on both at once: one is given the next" equal "$((RACERS - 1))x409 1x201" "$(statuses)"
  check "... which is good" equal 1 "$(good_keys)"
  call DELETE "${SIGNET_URL[two]}/auth/api-keys/$KEY_ID" '' -H "$OWNER"
  check "an API key revoked on two is refused by one within a second" within 1 refused_at one "$API_KEY"

  # --- Acknowledged, and killed ---
  create_account one "killed-$round" >/dev/null
  create_account one "asked-$round" >/dev/null
  link one password-reset "killed-$round"
  make_key one
  revoked=$API_KEY revoked_id=$KEY_ID
  make_events two "$round" &
  events=$!
  make_events one "$round" &
  wait $!
  make_key one
  call DELETE "${SIGNET_URL[one]}/auth/api-keys/$revoked_id" '' -H "$OWNER"
  used=$(status POST "${SIGNET_URL[one]}$LINK" "{\"new_password\":\"$PASSWORD killed\"}")
  ask one password-reset "asked-$round"
  kill_signet one
  wait $events
  check "a link is used on one" equal 204 "$used"
  check "... which is killed: on two it is used up" equal 410 "$(use_reset two)"
  check "... and the password is the new one" log_in two "killed-$round" "$PASSWORD killed"
  check "a link was asked for on one, which was killed: two sends it" within 60 has_links 1 "asked-$round"
  check "... and it sets a password" equal 204 "$(LINK=$(links_to "asked-$round" | tail -n 1) use_reset two)"
  check "an API key made on one, which was killed, is good on two" good_at two "$API_KEY"
  check "an API key revoked on one, which was killed, is refused by two" refused_at two "$revoked"
  check "each event of both nodes is told, also what one had begun to tell" within 120 all_are_told
  check "... those of one account in their order" told_in_order
  start_signet one
done

events=$(told | sort -u | wc -l)
echo "$events events told, $(($(told | wc -l) - events)) of them again"
summary
