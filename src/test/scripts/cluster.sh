#!/usr/bin/env bash
# Two nodes on one empty PostgreSQL database: both agree on keys, sessions and revocations, also after concurrent requests
# and after one is killed during a request. Environment: see installation.sh.
set -euo pipefail
source "$(dirname "$0")/installation.sh"

ALGORITHMS=(RS256 ES256)
use_database postgresql
# Both issue and accept each other's tokens: one issuer, as with a load balancer.
SIGNET_OPTIONS=(
  -Dsignet.issuer=http://localhost:8080
  -Dsignet.tokens.status-list=true -Dsignet.tokens.status-list-ttl=PT1S
)

jwks() {
  call GET "${SIGNET_URL[$1]}/.well-known/jwks.json"
}

keys_as_seen_by() {
  call GET "${SIGNET_URL[$1]}/admin/keys" '' -H "$ADMIN_BEARER"
}

one_active_key_per_algorithm() {
  local node keys algorithm
  for node in "$@"; do
    keys=$(keys_as_seen_by "$node")
    for algorithm in "${ALGORITHMS[@]}"; do
      equal 1 "$(grep -oE "\"alg\":\"$algorithm\",\"state\":\"ACTIVE\"" <<<"$keys" | wc -l)" || return 1
    done
  done
}

same_jwks() {
  [[ $(jwks one) == "$(jwks two)" ]]
}

check_agreement() {
  check "$1: the same JWK Set within the reload interval" within 6 same_jwks
  check "$1: one active key per algorithm on both" one_active_key_per_algorithm one two
}

rejected_by() {
  [[ $(status GET "${SIGNET_URL[$1]}/auth/me" '' -H "$(bearer "$2")") == 401 ]]
}

accepted_by() {
  [[ $(status GET "${SIGNET_URL[$1]}/auth/me" '' -H "$(bearer "$2")") == 200 ]]
}

# status_index_of TOKEN: number of the list and index in it, with a slash between them.
status_index_of() {
  local claims
  claims=$(cut -d. -f2 <<<"$1" | tr -- '-_' '+/')
  while ((${#claims} % 4)); do claims+='='; done
  base64 -d <<<"$claims" | sed -E 's#.*"idx" *: *([0-9]+).*/status-lists/([0-9]+)".*#\2/\1#'
}

# listed_by NODE INDEX: whether the token with this index is revoked in the node's status list.
listed_by() {
  curl -fsS "${SIGNET_URL[$1]}/status-lists/${2%/*}" | python3 -c '
import base64, json, sys, zlib
part = sys.stdin.read().split(".")[1]
read = lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
entries = zlib.decompress(read(json.loads(read(part))["status_list"]["lst"]))
index = int(sys.argv[1])
sys.exit(1 - (entries[index // 8] >> index % 8 & 1))' "${2#*/}"
}

not_listed_by() {
  ! listed_by "$@"
}

histories_are_equal() {
  local one two
  one=$(call GET "${SIGNET_URL[one]}/admin/keys/history?limit=200" '' -H "$ADMIN_BEARER")
  two=$(call GET "${SIGNET_URL[two]}/admin/keys/history?limit=200" '' -H "$ADMIN_BEARER")
  [[ $one == "$two" && $one == *'"sequence":1,'* ]]
}

rotate() {
  call POST "${SIGNET_URL[$1]}/admin/keys/rotations" '{"immediate":true}' -H "$ADMIN_BEARER" -o /dev/null
}

signs_with_another_key() {
  log_in "$1"
  [[ $(kid_of "$ACCESS_TOKEN") != "$2" ]]
}

as_administrator() {
  log_in "$1"
  ADMIN_BEARER=$(bearer "$ACCESS_TOKEN")
}

launch_signet one
launch_signet two
await_signet one
await_signet two
as_administrator one
check_agreement "both started at once on an empty database"

for round in 1 2 3; do
  # One of the two may report a conflict; the keys decide.
  rotate one 2>/dev/null & first=$!
  rotate two 2>/dev/null & second=$!
  a=0 b=0
  wait $first || a=$?
  wait $second || b=$?
  check "rotation $round requested on both concurrently: at least one succeeds" test $((a * b)) == 0
  check_agreement "rotation $round requested on both concurrently"
done

log_in one
check "a token of one is accepted by two" within 6 accepted_by two "$ACCESS_TOKEN"
tokens_of "$(call POST "${SIGNET_URL[two]}/auth/refresh" "{\"refresh_token\":\"$REFRESH_TOKEN\"}")"
check "logged in on one, refreshed on two: the new token is accepted by one" accepted_by one "$ACCESS_TOKEN"
call POST "${SIGNET_URL[two]}/auth/logout" '' -H "$(bearer "$ACCESS_TOKEN")"
check "logged out on two: rejected by two at once" rejected_by two "$ACCESS_TOKEN"
check "logged out on two: rejected by one within a second" within 1 rejected_by one "$ACCESS_TOKEN"
check "logged out on two: its refresh token is rejected by one" \
  equal 401 "$(status POST "${SIGNET_URL[one]}/auth/refresh" "{\"refresh_token\":\"$REFRESH_TOKEN\"}")"

indexes=()
for node in one two one two one two; do
  log_in "$node"
  indexes+=("$(status_index_of "$ACCESS_TOKEN")")
done
check "logged in on both: every session has its own status index" \
  equal "${#indexes[@]}" "$(printf '%s\n' "${indexes[@]}" | sort -u | wc -l)"
check "before the logout the list of one does not name the token" not_listed_by one "${indexes[-1]}"
call POST "${SIGNET_URL[two]}/auth/logout" '' -H "$(bearer "$ACCESS_TOKEN")"
check "logged out on two: the list of two names the token at once" listed_by two "${indexes[-1]}"
check "logged out on two: the list of one names it within two seconds" within 2 listed_by one "${indexes[-1]}"
check "... and no other token" not_listed_by one "${indexes[0]}"

log_in one
compromised=$ACCESS_TOKEN
kid=$(kid_of "$compromised")
check "before the compromise two accepts the key's token" within 6 accepted_by two "$compromised"
call POST "${SIGNET_URL[one]}/admin/keys/$kid/compromise" '' -H "$ADMIN_BEARER" -o /dev/null
check "key compromised on one: its tokens rejected by one at once" rejected_by one "$compromised"
check "key compromised on one: its tokens rejected by two within a second" within 1 rejected_by two "$compromised"
check "key compromised on one: two signs with another key within a second" within 1 signs_with_another_key two "$kid"
as_administrator two
check_agreement "after the compromise"
check "both return the same key history" histories_are_equal

# An API key created on one is valid on two; after revocation on one, two rejects it within a second.
log_in one
response=$(call POST "${SIGNET_URL[one]}/auth/api-keys" '{"name":"two nodes"}' -H "$(bearer "$ACCESS_TOKEN")")
api_key=$(member api_key <<<"$response")
check "an API key created on one is accepted by two" accepted_by two "$api_key"
call DELETE "${SIGNET_URL[one]}/auth/api-keys/$(member id <<<"$response")" '' -H "$(bearer "$ACCESS_TOKEN")"
check "API key revoked on one: rejected by one at once" rejected_by one "$api_key"
check "API key revoked on one: rejected by two within a second" within 1 rejected_by two "$api_key"

# One node is killed during a rotation and a login; the other continues.
log_in two
kept=$REFRESH_TOKEN
(rotate one 2>/dev/null || true) &
rotation=$!
(log_in one 2>/dev/null || true) &
login=$!
sleep 0.02
kill_signet one
wait $rotation $login || true
check "one killed in the middle: two refreshes" \
  equal 200 "$(status POST "${SIGNET_URL[two]}/auth/refresh" "{\"refresh_token\":\"$kept\"}")"
check "one killed in the middle: two has one active key per algorithm" within 6 one_active_key_per_algorithm two
check "one killed in the middle: two rotates" rotate two
start_signet one
as_administrator one
check_agreement "one started again"

summary
