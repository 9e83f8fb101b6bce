#!/usr/bin/env bash
# Logs in, prints the claims of the token, refreshes and logs out, with curl only.
# Usage: journey.sh USERNAME PASSWORD; environment: SIGNET_ISSUER (default http://localhost:8080).
set -euo pipefail

SIGNET=${SIGNET_ISSUER:-http://localhost:8080}
USERNAME=${1:?usage: journey.sh USERNAME PASSWORD}
PASSWORD=${2:?usage: journey.sh USERNAME PASSWORD}

# The value of a string member of the JSON on standard input.
member() {
  sed -nE "s/.*\"$1\" *: *\"([^\"]*)\".*/\1/p"
}

# One part of a JWT as JSON: base64url without padding.
decode() {
  local part
  part=$(tr -- '-_' '+/' <<<"$1")
  while ((${#part} % 4)); do part+='='; done
  base64 -d <<<"$part"
}

step() {
  printf '\n# %s\n' "$*"
}

step "Log in"
response=$(curl -fsS "$SIGNET/auth/login" -d "username=$USERNAME" --data-urlencode "password=$PASSWORD")
access_token=$(member access_token <<<"$response")
refresh_token=$(member refresh_token <<<"$response")
IFS=. read -r header claims signature <<<"$access_token"
decode "$header"; echo
decode "$claims"; echo

step "Who am I?"
curl -fsS "$SIGNET/auth/me" -H "Authorization: Bearer $access_token"; echo

step "The key that signed is published: anyone can verify without asking"
kid=$(decode "$header" | member kid)
curl -fsS "$SIGNET/.well-known/jwks.json" | grep -oF "\"kid\":\"$kid\""

step "Ask whether the token is active: unlike local verification this sees a logout"
curl -fsS "$SIGNET/auth/verify" --json "{\"token\":\"$access_token\",\"audience\":\"$SIGNET\"}"; echo

step "Refresh"
response=$(curl -fsS "$SIGNET/auth/refresh" --json "{\"refresh_token\":\"$refresh_token\"}")
access_token=$(member access_token <<<"$response")
echo "a new access token that ends in …${access_token: -12}, and a new refresh token"

step "Log out: the session and its tokens are gone"
curl -fsS -o /dev/null -w '%{http_code}\n' -X POST "$SIGNET/auth/logout" -H "Authorization: Bearer $access_token"
curl -sS "$SIGNET/auth/verify" --json "{\"token\":\"$access_token\"}"; echo
