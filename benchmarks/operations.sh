# shellcheck shell=bash
# The measured operations and what they need: users, sessions and a client. Sourced after measure.sh and browser.sh.
# Environment: USERS (how many), PASSWORD.

create_users() {
  local admin user
  log_in "$1"
  admin=$(bearer "$ACCESS_TOKEN")
  for ((user = 1; user <= USERS; user++)); do
    call POST "${SIGNET_URL[$1]}/admin/accounts" "{\"username\":\"user$user\",\"password\":\"$PASSWORD\"}" -H "$admin" -o /dev/null
  done
}

# sessions NODE COUNT: that many refresh tokens, one a line; wrk may be stopped in the middle of one, so each run has its own.
sessions() {
  local n
  for ((n = 0; n < $2; n++)); do
    log_in "$1" "user$((n % USERS + 1))" "$PASSWORD"
    echo "$REFRESH_TOKEN"
  done
}

# access_tokens NODE: more of them than a node remembers (signet.tokens.verified-cache-size), so that in turn none is known.
access_tokens() {
  sessions "$1" 32 >"$WORK/tokens"
  : >"$WORK/access-tokens"
  while (($(wc -l <"$WORK/access-tokens") < 5000)); do
    TOKENS=$WORK/tokens ACCESS_TOKENS=$WORK/access-tokens measure warm-up "$1" 3 16 refresh /auth/refresh
    sessions "$1" 32 >"$WORK/tokens"
  done
}

# client NODE: a client that acts for itself, registered once; sets BASIC.
declare -A CLIENT_BASIC
client() {
  local admin response
  if [[ -z ${CLIENT_BASIC[$1]:-} ]]; then
    log_in "$1"
    admin=$(bearer "$ACCESS_TOKEN")
    response=$(call POST "${SIGNET_URL[$1]}/admin/clients" \
      '{"client_name":"machine","grant_types":["client_credentials"],"scope":"orders:read"}' -H "$admin")
    CLIENT_BASIC[$1]=$(printf '%s:%s' "$(member client_id <<<"$response")" "$(member client_secret <<<"$response")" | base64 -w 0)
  fi
  BASIC=${CLIENT_BASIC[$1]}
}

# operation NAME NODE SECONDS [AS]: one measurement, recorded as AS.
operation() {
  local name=$1 node=$2 seconds=$3 as=${4:-$1} url=${SIGNET_URL[$2]}
  case $name in
    jwks) measure "$as" "$node" "$seconds" 32 same /.well-known/jwks.json ;;
    jwks-304)
      IF_NONE_MATCH=$(curl -fsS -o /dev/null -D - "$url/.well-known/jwks.json" | tr -d '\r' | sed -nE 's/^etag: //ip') \
        measure "$as" "$node" "$seconds" 32 same /.well-known/jwks.json
      ;;
    login) measure "$as" "$node" "$seconds" 4 login /auth/login ;;
    refresh)
      sessions "$node" 32 >"$WORK/tokens"
      TOKENS=$WORK/tokens measure "$as" "$node" "$seconds" 16 refresh /auth/refresh
      ;;
    verify)
      log_in "$node" user1 "$PASSWORD"
      METHOD=POST BODY="{\"token\":\"$ACCESS_TOKEN\"}" measure "$as" "$node" "$seconds" 16 same /auth/verify
      ;;
    me)
      log_in "$node" user1 "$PASSWORD"
      BEARER=$ACCESS_TOKEN measure "$as" "$node" "$seconds" 16 same /auth/me
      ;;
    api-key)
      log_in "$node" user1 "$PASSWORD"
      API_KEY=$(call POST "$url/auth/api-keys" '{"name":"benchmark"}' -H "$(bearer "$ACCESS_TOKEN")" | member api_key)
      BEARER=$API_KEY measure "$as" "$node" "$seconds" 16 same /auth/me
      ;;
    client-credentials)
      client "$node"
      METHOD=POST BASIC=$BASIC FORM='grant_type=client_credentials&scope=orders%3Aread' \
        measure "$as" "$node" "$seconds" 16 same /oauth2/token
      ;;
    introspect)
      client "$node"
      ACCESS_TOKEN=$(curl -fsS "$url/oauth2/token" -H "Authorization: Basic $BASIC" -d grant_type=client_credentials | member access_token)
      METHOD=POST BASIC=$BASIC FORM="token=$ACCESS_TOKEN" measure "$as" "$node" "$seconds" 16 same /oauth2/introspect
      ;;
    authorize) codes "$node" "$seconds" "$as" ;;
    code-exchange)
      # Codes are issued more slowly than they are exchanged, and are valid for a minute.
      codes "$node" $((seconds > 15 ? 45 : 3 * seconds))
      CODES=$WORK/codes BASIC=$BASIC VERIFIER=$VERIFIER REDIRECT_URI=$REDIRECT_URI measure "$as" "$node" "$seconds" 16 exchange /oauth2/token
      ;;
    userinfo)
      sign_in "$node"
      exchange "$node"
      BEARER=$ACCESS_TOKEN measure "$as" "$node" "$seconds" 16 same /oauth2/userinfo
      ;;
    verify-distinct)
      access_tokens "$node"
      ACCESS_TOKENS=$WORK/access-tokens METHOD=POST measure "$as" "$node" "$seconds" 16 distinct /auth/verify
      ;;
    me-distinct)
      access_tokens "$node"
      ACCESS_TOKENS=$WORK/access-tokens measure "$as" "$node" "$seconds" 16 distinct /auth/me
      ;;
  esac
}
