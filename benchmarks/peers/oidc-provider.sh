# shellcheck shell=bash
# node-oidc-provider in one process, with its state in memory. See comparison.sh.

OIDC_PROVIDER_VERSION=$(sed -nE 's/.*"oidc-provider": "([^"]*)".*/\1/p' "$PEERS_FOLDER/oidc-provider/package.json")
OIDC_PROVIDER=$CACHE/oidc-provider-$OIDC_PROVIDER_VERSION
PEER_TITLE[oidc-provider]="node-oidc-provider $OIDC_PROVIDER_VERSION, in memory"
JWKS_PATH[oidc-provider]=/jwks
TOKEN_PATH[oidc-provider]=/token
PEER_OPERATIONS[oidc-provider]='client-credentials jwks refresh'

oidc-provider_install() {
  local tool
  for tool in node npm; do
    command -v "$tool" >/dev/null || fail "no $tool: install it (apt-get install nodejs npm), or leave oidc-provider out of PEERS"
  done
  mkdir -p "$OIDC_PROVIDER"
  cp "$PEERS_FOLDER"/oidc-provider/* "$OIDC_PROVIDER/"
  [[ ! -d $OIDC_PROVIDER/node_modules ]] || return 0
  # Compares each package with the checksum of the lock file.
  (cd "$OIDC_PROVIDER" && npm ci --no-audit --no-fund --silent) || {
    rm -rf "$OIDC_PROVIDER/node_modules"
    fail "oidc-provider could not be installed with npm: see above, or leave it out of PEERS"
  }
}

oidc-provider_prepare() {
  IN_MEMORY[oidc-provider-ES256]=1
  IN_MEMORY[oidc-provider-RS256]=1
}

oidc-provider_command() {
  COMMAND=(env NODE_ENV=production node "$OIDC_PROVIDER/provider.mjs" "$1" "$SECRET")
}

oidc-provider_files() {
  echo "$OIDC_PROVIDER"
}

# oidc-provider_sessions ALGORITHM COUNT: refresh tokens, one a line.
oidc-provider_sessions() {
  local n
  for ((n = 0; n < $2; n++)); do
    curl -fsS "${PEER_URL[oidc-provider-$1]}/benchmark/session?algorithm=$1&user=user$n"
  done
}
