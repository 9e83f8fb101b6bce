#!/usr/bin/env bash
# Runs every example against a packaged Signet: before, across and after a planned and an immediate rotation, with RS256
# and with ES256, and with tokens that must be rejected. Takes about a minute and a half for each algorithm; needs
# ../target/quarkus-app. Usage: verify-across-rotation.sh [ALGORITHM...]; environment: see
# ../src/test/scripts/installation.sh.
set -euo pipefail
cd "$(dirname "$0")"
source ../src/test/scripts/installation.sh
source ./consumers.sh

ALGORITHMS=("$@")
((${#ALGORITHMS[@]})) || ALGORITHMS=(RS256 ES256)

# Short enough to watch, and longer than the thirty seconds in which jose does not fetch a key set twice.
SIGNET_OPTIONS=(
  -Dsignet.keys.jwks-max-age=PT2S -Dsignet.keys.clock-skew=PT1S -Dsignet.keys.reload-interval=PT1S
  -Dsignet.keys.announce-lead=PT33S
  -Dsignet.tokens.status-list=true -Dsignet.tokens.status-list-ttl=PT2S
)
use_database h2

accepts() {
  local result
  result=$(verdict "$1" "$2")
  [[ $result == accepted* ]] || {
    echo "        $1: $result"
    return 1
  }
}

rejects() {
  local result
  result=$(verdict "$1" "$2")
  [[ $result == rejected* && ($1 != quarkus && $1 != signet || $result == "rejected 401") ]] || {
    echo "        $1: $result"
    return 1
  }
}

all_accept() {
  local consumer
  for consumer in "${CONSUMERS[@]}" signet; do check "$consumer accepts $1" accepts "$consumer" "$2"; done
}

all_reject() {
  local consumer
  for consumer in "${CONSUMERS[@]}" signet; do check "$consumer rejects $1" rejects "$consumer" "$2"; done
}

base64url() {
  base64 -w0 | tr -- '+/' '-_' | tr -d =
}

# Keeps one session going: ACCESS_TOKEN is the newest token.
refresh() {
  tokens_of "$(call POST "$ISSUER/auth/refresh" "{\"refresh_token\":\"$REFRESH_TOKEN\"}")"
}

rotate() {
  call POST "$ISSUER/admin/keys/rotations" "$1" -H "$ADMIN_BEARER" -o /dev/null
}

log_in_as_administrator() {
  log_in signet
  ADMIN_BEARER=$(bearer "$ACCESS_TOKEN")
}

across_a_planned_rotation() {
  local before kid round=0 after=0 failures=0 consumer end
  before=$ACCESS_TOKEN kid=$(kid_of "$ACCESS_TOKEN")
  end=$((SECONDS + 60))
  rotate '{}'
  # Repeats until five seconds after the successor has begun to sign; no token may be rejected.
  while ((after < 5 && SECONDS < end)); do
    round=$((round + 1))
    refresh
    [[ $(kid_of "$ACCESS_TOKEN") == "$kid" ]] || after=$((after + 1))
    for consumer in "${CONSUMERS[@]}"; do accepts "$consumer" "$ACCESS_TOKEN" || failures=$((failures + 1)); done
    sleep 1
  done
  check "$1: the planned rotation took place" test $after -gt 0
  check "$1: none of $((round * ${#CONSUMERS[@]})) verdicts across it is a rejection" equal 0 $failures
  all_accept "$1: the token from before the planned rotation" "$before"
}

across_an_immediate_rotation() {
  local before=$ACCESS_TOKEN consumer
  rotate '{"immediate":true}'
  refresh
  check "$1: the immediate rotation took place" test "$(kid_of "$ACCESS_TOKEN")" != "$(kid_of "$before")"
  for consumer in "${CONSUMERS[@]}" signet; do
    # Rejections that a cache may cause after an immediate rotation: jose waits thirty seconds, the others fetch at once.
    check "$consumer accepts $1: the token from after the immediate rotation" \
      within "$([[ $consumer == node ]] && echo 35 || echo 3)" accepts "$consumer" "$ACCESS_TOKEN"
  done
  all_accept "$1: the token from before the immediate rotation" "$before"
}

forgeries() {
  local header claims signature flipped
  IFS=. read -r header claims signature <<<"$ACCESS_TOKEN"
  flipped=$([[ ${signature:9:1} == A ]] && echo B || echo A)
  all_reject "$1: a changed signature" "$header.$claims.${signature:0:9}$flipped${signature:10}"
  flipped=$([[ ${claims:19:1} == A ]] && echo B || echo A)
  all_reject "$1: changed claims" "$header.${claims:0:19}$flipped${claims:20}.$signature"
  all_reject "$1: no signature" "$header.$claims."
  all_reject "$1: alg none" "$(jwt_header "$ACCESS_TOKEN" | sed -E 's/"alg" *: *"[^"]*"/"alg":"none"/' | base64url).$claims."
  if command -v openssl >/dev/null; then
    header=$(jwt_header "$ACCESS_TOKEN" | sed -E 's/"alg" *: *"[^"]*"/"alg":"HS256"/' | base64url)
    signature=$(printf %s "$header.$claims" | openssl dgst -sha256 -hmac secret -binary | base64url)
    all_reject "$1: HS256 with a tutorial's secret" "$header.$claims.$signature"
  fi
}

lists_fetched() {
  curl -fs "http://localhost:${SIGNET_MANAGEMENT_PORT[signet]}/q/metrics" |
    awk '/^http_server_requests_seconds_count.*status-lists/ { count += $NF } END { print count + 0 }'
}

# A session ends: a consumer with status lists notices within two seconds, and fetches the list no more often.
check_status_list_readers() {
  local revoked=$ACCESS_TOKEN before began i
  check "quarkus: a token before its session ends" accepts quarkus "$revoked"
  call POST "$ISSUER/auth/logout" '' -H "$(bearer "$revoked")" -o /dev/null
  check "quarkus rejects it within the list's time to live" within 4 rejects quarkus "$revoked"
  log_in signet ann "$password"
  before=$(lists_fetched) began=$SECONDS
  for ((i = 0; i < 40; i++)); do status GET "$RESOURCE/me" '' -H "$(bearer "$ACCESS_TOKEN")"; done >/dev/null
  check "quarkus: 40 requests, one list every two seconds" \
    test $(($(lists_fetched) - before)) -le $(((SECONDS - began) / 2 + 2))
  check "quarkus: the lists were fetched" test "$(lists_fetched)" -gt 0
}

key_history_is_valid() {
  SIGNET_ISSUER=$ISSUER ACCESS_TOKEN=$ACCESS_TOKEN python3 ./python/key_history.py >"$WORK/history.out" 2>&1 &&
    grep -q '^whole' "$WORK/history.out" || {
    sed 's/^/        /' "$WORK/history.out"
    return 1
  }
}

# docs/operations/key-rotation.md: the key is withdrawn everywhere, its tokens are rejected, and another key signs.
compromise() {
  local bad=$ACCESS_TOKEN kid
  kid=$(kid_of "$bad")
  call POST "$ISSUER/admin/keys/$kid/compromise" '' -H "$ADMIN_BEARER" -o /dev/null
  check "signet rejects tokens of the compromised key" rejects signet "$bad"
  check "quarkus rejects it once its copy of the key set is too old" within 8 rejects quarkus "$bad"
  log_in_as_administrator
  check "another key signs" test "$(kid_of "$ACCESS_TOKEN")" != "$kid"
  check "quarkus accepts tokens of that key" within 8 accepts quarkus "$ACCESS_TOKEN"
  check "the key history is valid" key_history_is_valid
}

journey_logs_out() {
  SIGNET_ISSUER=$ISSUER ./curl/journey.sh "$ADMIN" "$SIGNET_ADMIN_PASSWORD" >"$WORK/journey.out" 2>&1 &&
    tail -n 1 "$WORK/journey.out" | grep -qF '{"active":false}' || {
    sed 's/^/        /' "$WORK/journey.out"
    return 1
  }
}

launch_signet signet -Dsignet.tokens.algorithm="${ALGORITHMS[0]}"
ISSUER=${SIGNET_URL[signet]}
await_signet signet
start_python
start_node
start_quarkus
log_in_as_administrator

check "curl: the journey" journey_logs_out

check "quarkus: public resource without a token, 200" equal 200 "$(status GET "$RESOURCE/public")"
check "quarkus: protected resource without a token, 401" equal 401 "$(status GET "$RESOURCE/me")"
check "quarkus: the role admin, 200" equal 200 "$(status GET "$RESOURCE/admin" '' -H "$ADMIN_BEARER")"
password='meandering river 12'
call POST "$ISSUER/admin/accounts" "{\"username\":\"ann\",\"password\":\"$password\"}" -H "$ADMIN_BEARER" -o /dev/null
log_in signet ann "$password"
check "quarkus: another role, 403" equal 403 "$(status GET "$RESOURCE/admin" '' -H "$(bearer "$ACCESS_TOKEN")")"

check_status_list_readers

# Published in JWT tutorials, the first signed with "abc123".
all_reject "a tutorial's HS256 token" \
  eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoxfQ.xpCS8TTq1a53OIps1ByTdm6Sh-A1ZoCId3e2YYWjapU
all_reject "another tutorial's HS256 token" \
  eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoyLCJlbWFpbCI6IiIsInVzZXJuYW1lIjoidGVzdF91c2VyIiwiZXhwIjoxNDk1OTkyOTg2fQ.sWSzdiBNNcXDqhcdcjWKjwpPsVV7tCIie-uit_Yz7W0

for algorithm in "${ALGORITHMS[@]}"; do
  if [[ $algorithm != "${ALGORITHMS[0]}" ]]; then
    stop_signet signet
    start_signet signet -Dsignet.tokens.algorithm="$algorithm"
    all_accept "the token from before the change to $algorithm" "$ACCESS_TOKEN"
    log_in_as_administrator
  fi
  log_in signet ann "$password"
  check "the token is signed with $algorithm" equal "$algorithm" "$(jwt_header "$ACCESS_TOKEN" | member alg)"
  all_accept "$algorithm: a token" "$ACCESS_TOKEN"
  forgeries "$algorithm"
  across_a_planned_rotation "$algorithm"
  across_an_immediate_rotation "$algorithm"
done

log_in_as_administrator
compromise

summary
