# shellcheck shell=bash
# What a server cannot be cheaper than: a static file from nginx, and signatures by openssl. See comparison.sh.

# launch_nginx DOCUMENT: serves the document as /jwks.json.
launch_nginx() {
  local folder=$WORK/nginx port
  command -v nginx >/dev/null || fail "no nginx: install it (apt-get install nginx-light), or leave it out of LIMITS"
  port=$(free_port)
  mkdir -p "$folder/www"
  cp "$1" "$folder/www/jwks.json"
  chmod -R a+rX "$folder"
  sed "s|@FOLDER@|$folder|; s|@PORT@|$port|" "$PEERS_FOLDER/nginx/nginx.conf" >"$folder/nginx.conf"
  nginx -e "$folder/error.log" -c "$folder/nginx.conf" &
  PEER_PID[nginx]=$!
  PEER_URL[nginx]=http://127.0.0.1:$port
  IN_MEMORY[nginx]=1
  within 10 curl -fs -o /dev/null "${PEER_URL[nginx]}/jwks.json" || fail "nginx did not start: $(tail -n 5 "$folder/error.log")"
}

# measure_signatures: µs of CPU for each, by the one second that openssl takes for it.
measure_signatures() {
  local algorithm name=rsa2048
  command -v openssl >/dev/null || fail "no openssl: install it (apt-get install openssl), or leave it out of LIMITS"
  for algorithm in RS256 ES256; do
    openssl speed -mr -seconds 1 "$name" 2>/dev/null |
      awk -F : -v algorithm="$algorithm" '/^\+F[24]:/ { printf "sign-%s\topenssl\t%.1f\n", algorithm, 1e6 / $4 }' >>"$RAW"
    name=ecdsap256
  done
}
