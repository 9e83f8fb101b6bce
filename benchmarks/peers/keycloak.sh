# shellcheck shell=bash
# Keycloak on PostgreSQL, with default settings, one node and a realm for the comparison. See comparison.sh.

KEYCLOAK_VERSION=26.7.3
KEYCLOAK_SHA256=27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f
KEYCLOAK=$CACHE/keycloak-$KEYCLOAK_VERSION
PEER_TITLE[keycloak]="Keycloak $KEYCLOAK_VERSION"
PEER_PATHS[keycloak]=/realms/benchmark/protocol/openid-connect
JWKS_PATH[keycloak]=${PEER_PATHS[keycloak]}/certs
TOKEN_PATH[keycloak]=${PEER_PATHS[keycloak]}/token
PEER_OPERATIONS[keycloak]='client-credentials jwks refresh login userinfo'

keycloak_install() {
  local archive=$CACHE/keycloak-quarkus-dist-$KEYCLOAK_VERSION.zip
  [[ ! -d $KEYCLOAK ]] || return 0
  command -v unzip >/dev/null || fail "no unzip: install it (apt-get install unzip), or leave Keycloak out of PEERS"
  maven "$COPY_PLUGIN" -Dartifact="org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:zip" -DoutputDirectory="$CACHE" ||
    fail "Keycloak could not be downloaded from Maven Central: see above, or leave it out of PEERS"
  sha256sum --quiet -c <<<"$KEYCLOAK_SHA256  $archive" || fail "$archive is not the expected file: remove it"
  rm -rf "$CACHE/unpacked"
  unzip -q "$archive" -d "$CACHE/unpacked"
  rm "$archive"
  JAVA_HOME=$JAVA_HOME "$CACHE/unpacked/keycloak-$KEYCLOAK_VERSION/bin/kc.sh" build --db=postgres >"$WORK/keycloak-build.log" 2>&1 ||
    fail "$(tail -n 20 "$WORK/keycloak-build.log")"
  mv "$CACHE/unpacked/keycloak-$KEYCLOAK_VERSION" "$KEYCLOAK"
  rmdir "$CACHE/unpacked"
}

# Imports the realm and its users, with the hashes that Keycloak computes by default.
keycloak_prepare() {
  local folder=$WORK/keycloak user separator=
  mkdir "$folder" "$folder/import"
  sed "s/@SECRET@/$SECRET/" "$PEERS_FOLDER/keycloak/benchmark-realm.json" >"$folder/import/benchmark-realm.json"
  {
    echo '{"realm":"benchmark","users":['
    for ((user = 1; user <= USERS; user++)); do
      echo "$separator{\"username\":\"user$user\",\"enabled\":true,\"email\":\"user$user@example.com\",\"emailVerified\":true,
        \"firstName\":\"User\",\"lastName\":\"$user\",\"credentials\":[{\"type\":\"password\",\"value\":\"$PASSWORD\"}]}"
      separator=,
    done
    echo ']}'
  } >"$folder/import/benchmark-users-0.json"
  as_postgres "$POSTGRESQL_BIN/createdb" -h 127.0.0.1 -p "$POSTGRESQL_PORT" -U signet keycloak
  KEYCLOAK_DATABASE=(--db-url="jdbc:postgresql://127.0.0.1:$POSTGRESQL_PORT/keycloak" --db-username=signet --db-password=signet)
  JAVA_HOME=$JAVA_HOME "$KEYCLOAK/bin/kc.sh" import --optimized --dir="$folder/import" "${KEYCLOAK_DATABASE[@]}" >"$WORK/keycloak.log" 2>&1 ||
    fail "$(tail -n 20 "$WORK/keycloak.log")"
}

keycloak_command() {
  COMMAND=(env JAVA_HOME="$JAVA_HOME" "$KEYCLOAK/bin/kc.sh" start --optimized --cache=local --log-level=warn
    --http-enabled=true --http-host=127.0.0.1 --http-port="$1" --hostname="http://127.0.0.1:$1" "${KEYCLOAK_DATABASE[@]}")
}

keycloak_files() {
  find "$KEYCLOAK" -mindepth 1 -maxdepth 1 ! -name data
}

# keycloak_sessions ALGORITHM COUNT: refresh tokens, one a line.
keycloak_sessions() {
  local n
  for ((n = 0; n < $2; n++)); do
    # Without echo, the tokens would be one line: the responses do not end with a line feed.
    echo "$(keycloak_log_in "$1" $((n % USERS + 1)) | member refresh_token)"
  done
}

# keycloak_log_in ALGORITHM USER [SCOPE]
keycloak_log_in() {
  curl -fsS "${PEER_URL[keycloak-$1]}${TOKEN_PATH[keycloak]}" -d grant_type=password -d "client_id=login-$1" -d "username=user$2" \
    --data-urlencode "password=$PASSWORD" ${3:+-d "scope=$3"}
}

keycloak_operation() {
  local name=$1 node=$2 seconds=$3 as=$4 algorithm=${2##*-}
  case $name in
    login)
      FORM="grant_type=password&client_id=login-$algorithm&username=user{user}&password=${PASSWORD// /+}" \
        measure "$as" "$node" "$seconds" 4 login "${TOKEN_PATH[keycloak]}"
      ;;
    userinfo)
      BEARER=$(keycloak_log_in "$algorithm" 1 openid | member access_token) \
        measure "$as" "$node" "$seconds" 16 same "${PEER_PATHS[keycloak]}/userinfo"
      ;;
  esac
}
