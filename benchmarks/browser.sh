# shellcheck shell=bash
# A browser that is signed in, and the application it was signed in to, registered once a service. Sourced by run.sh.

# The pair of RFC 7636, appendix B.
VERIFIER=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk
CHALLENGE=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
REDIRECT_URI=https%3A%2F%2Fapp.example%2Fcb

declare -A APPLICATION APPLICATION_BASIC

# application NODE: sets AUTHORIZE, the path of its authorization request, and BASIC, its credentials.
application() {
  local response
  if [[ -z ${APPLICATION[$1]:-} ]]; then
    log_in "$1"
    response=$(call POST "${SIGNET_URL[$1]}/admin/clients" \
      '{"client_name":"application","redirect_uris":["https://app.example/cb"],"scope":"openid profile","first_party":true}' \
      -H "$(bearer "$ACCESS_TOKEN")")
    APPLICATION[$1]=$(member client_id <<<"$response")
    APPLICATION_BASIC[$1]=$(printf '%s:%s' "${APPLICATION[$1]}" "$(member client_secret <<<"$response")" | base64 -w 0)
  fi
  BASIC=${APPLICATION_BASIC[$1]}
  AUTHORIZE="/oauth2/authorize?client_id=${APPLICATION[$1]}&response_type=code&scope=openid%20profile&redirect_uri=$REDIRECT_URI"
  AUTHORIZE+="&code_challenge=$CHALLENGE&code_challenge_method=S256"
}

# sign_in NODE: signs user1 in to the application; sets COOKIE and LOCATION, where the browser is sent.
sign_in() {
  local jar=$WORK/cookies url=${SIGNET_URL[$1]} page headers form=()
  application "$1"
  rm -f "$jar"
  page=$(curl -fsSL -c "$jar" -b "$jar" "$url$AUTHORIZE")
  mapfile -t form < <(sed -nE 's/.*type="hidden" name="([^"]*)" value="([^"]*)".*/--data-urlencode\n\1=\2/p' <<<"$page")
  headers=$(curl -fsS -o /dev/null -D - -c "$jar" -b "$jar" "$url/oauth2/authorize/sign-in" -H "Origin: $url" "${form[@]}" \
    --data-urlencode username=user1 --data-urlencode "password=$PASSWORD" -d action=continue)
  LOCATION=$(tr -d '\r' <<<"$headers" | sed -nE 's/^location: //ip')
  [[ $LOCATION == *code=* ]] || fail "no code after the sign-in: $headers"
  COOKIE=$(awk '!/^# / && NF == 7 { printf "%s%s=%s", separator, $6, $7; separator = "; " }' "$jar")
}

# exchange NODE: turns the code of the sign-in into tokens; sets ACCESS_TOKEN.
exchange() {
  ACCESS_TOKEN=$(curl -fsS "${SIGNET_URL[$1]}/oauth2/token" -H "Authorization: Basic $BASIC" \
    -d "grant_type=authorization_code&redirect_uri=$REDIRECT_URI&code_verifier=$VERIFIER" \
    -d "code=$(sed -E 's/.*[?&]code=([^&]+).*/\1/' <<<"$LOCATION")" | member access_token)
}

# codes NODE SECONDS: requests codes for that time and writes them to $WORK/codes; they are valid for a minute.
codes() {
  : >"$WORK/codes"
  sign_in "$1"
  CODES=$WORK/codes COOKIE=$COOKIE measure "${3:-warm-up}" "$1" "$2" 16 authorize "$AUTHORIZE"
}
