#!/usr/bin/env bash
# Kills the packaged Signet with -9 right after it acknowledged writes, again and again on one database, and looks for
# every acknowledged write after the next start: accounts created, refresh tokens rotated, sessions ended; and in the end for the
# event of every acknowledged account at a webhook, also if the node that recorded it was killed.
# Usage: crash.sh KILLS [h2|postgresql]; needs python3; environment: see installation.sh.
set -euo pipefail
source "$(dirname "$0")/installation.sh"

KILLS=${1:?usage: crash.sh KILLS [h2|postgresql]}
DATABASE=${2:-h2}
WRITERS=2
SEQUENTIAL=3

use_database "$DATABASE"
mkdir "$WORK/acknowledged"
touch "$WORK/received" "$WORK/created"
HOOK_PORT=$(free_port)
SIGNET_OPTIONS=(-Dsignet.fetch.allowed-hosts="localhost:$HOOK_PORT" -Dsignet.webhooks.retry-delay=PT0.5S)
acknowledged=0
lost=0
starts=()

milliseconds() {
  echo $(($(date +%s%N) / 1000000))
}

lose() {
  lost=$((lost + 1))
  echo "LOST after kill $kill: $*"
}

start() {
  local before
  before=$(milliseconds)
  start_signet crash
  starts+=($(($(milliseconds) - before)))
  URL=${SIGNET_URL[crash]}
  log_in crash
  ADMIN_BEARER=$(bearer "$ACCESS_TOKEN")
}

missing_events() {
  cut -d' ' -f1 "$WORK/received" | sort -u >"$WORK/received.sorted"
  sort -u "$WORK/created" | comm -23 - "$WORK/received.sorted"
}

all_events_arrived() {
  [[ -z $(missing_events) ]]
}

# Prints the path of the new account once the creation is acknowledged.
create_account() {
  curl -fsS -o /dev/null -D - -H "$ADMIN_BEARER" -H 'Content-Type: application/json' \
    --data-binary "{\"username\":\"$1\"}" "$URL/admin/accounts" 2>/dev/null |
    tr -d '\r' | sed -nE 's#^[Ll]ocation: (https?://[^/]+)?(/.*)#\2#p'
}

# Creates accounts until the service is killed, so that each kill also interrupts transactions.
write_until_killed() {
  local writer=$1 n=0 path
  while :; do
    n=$((n + 1))
    path=$(create_account "writer-$writer-$kill-$n") && [[ -n $path ]] || return 0
    echo "$path" >>"$WORK/acknowledged/$writer"
  done
}

receive hook "$HOOK_PORT" "$WORK/received"
start
call POST "$URL/admin/webhooks" "{\"url\":\"http://localhost:$HOOK_PORT/\",\"event_types\":[\"account.created\"]}" \
  -H "$ADMIN_BEARER" >/dev/null
for ((kill = 1; kill <= KILLS; kill++)); do
  rm -f "$WORK"/acknowledged/*
  log_in crash
  ended=$ACCESS_TOKEN ended_refresh=$REFRESH_TOKEN
  log_in crash

  writers=()
  for ((w = 1; w <= WRITERS; w++)); do
    write_until_killed $w &
    writers+=($!)
  done
  sleep "$((RANDOM % 2)).$((RANDOM % 10))"

  for ((n = 1; n <= SEQUENTIAL; n++)); do
    create_account "account-$kill-$n" >>"$WORK/acknowledged/sequential"
    tokens_of "$(call POST "$URL/auth/refresh" "{\"refresh_token\":\"$REFRESH_TOKEN\"}")"
  done
  call POST "$URL/auth/logout" "{\"refresh_token\":\"$ended_refresh\"}"
  last=$(create_account "account-$kill-last")
  kill_signet crash
  echo "$last" >>"$WORK/acknowledged/sequential"
  wait "${writers[@]}" || true

  kept=$REFRESH_TOKEN
  start
  while read -r path; do
    acknowledged=$((acknowledged + 1))
    [[ -z $path ]] || echo "${path##*/}" >>"$WORK/created"
    [[ -n $path && $(status GET "$URL$path" '' -H "$ADMIN_BEARER") == 200 ]] || lose "account ${path:-without location}"
  done < <(cat "$WORK"/acknowledged/*)
  acknowledged=$((acknowledged + SEQUENTIAL + 2))
  [[ $(status POST "$URL/auth/refresh" "{\"refresh_token\":\"$kept\"}") == 200 ]] || lose "a refresh"
  [[ $(status POST "$URL/auth/refresh" "{\"refresh_token\":\"$ended_refresh\"}") == 401 ]] || lose "a logout"
  [[ $(status GET "$URL/auth/me" '' -H "$(bearer "$ended")") == 401 ]] || lose "a logout (access token)"
done

within 120 all_events_arrived || while read -r id; do lose "the event of account $id"; done < <(missing_events)
events=$(sort -u "$WORK/created" | wc -l) again=$(($(wc -l <"$WORK/received") - $(sort -u "$WORK/received" | wc -l)))

median=$(printf '%s\n' "${starts[@]}" | sort -n | sed -n "$(((${#starts[@]} + 1) / 2))p")
echo "$DATABASE: $KILLS kills, $acknowledged acknowledged writes, $events events of them delivered ($again more than once), $lost lost, ${#starts[@]} starts, median $median ms to the first response"
((lost == 0))
