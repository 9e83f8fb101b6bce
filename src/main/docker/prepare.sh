#!/usr/bin/env bash
# Makes the tree that an image adds to its base: prepare.sh QUARKUS_APP TREE, with JAVA_HOME a JDK 25 (else java's own),
# LIBARGON2 the file libargon2.so.1 (else the one of this machine), and PACKAGES what list-packages.sh prints about its package
# (else about the package of this machine).
#   TREE/opt/java    a Java runtime with the modules Signet needs (jlink)
#   TREE/signet      the application, its SBOM, the libraries AWS-LC and libargon2, an empty data folder, and the ahead-of-time cache of a training run (JEP 514)
# The cache is valid for exactly this runtime and these files with these times, so all times are set to one second past 1970.
set -euo pipefail
application=$(readlink -f "$1") tree=$(readlink -m "$2")
JAVA_HOME=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}

MODULES=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi
MODULES+=,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.crypto.ec,jdk.jfr,jdk.management
MODULES+=,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

# Jib knows the layers it made before by the files' times, which never change here.
rm -rf "$tree" "$(dirname "$tree")/jib-cache"
mkdir -p "$tree/opt" "$tree/signet/lib" "$tree/signet/data"
"$JAVA_HOME/bin/jlink" --add-modules $MODULES --strip-debug --no-header-files --no-man-pages --output "$tree/opt/java"
cp -r "$application" "$tree/signet/app"
(cd "$tree/signet" && "$JAVA_HOME/bin/jar" xf app/app/*.jar META-INF/sbom/application.cdx.json)
mv "$tree/signet/META-INF/sbom/application.cdx.json" "$tree/signet/sbom.cdx.json" || { echo "The package has no SBOM: build it again without -o, because Maven does not write the SBOM offline" >&2; exit 1; }
rm -r "$tree/signet/META-INF"
# Beside the jar, so that nothing has to be unpacked to a place where it may be executed.
(cd "$tree/signet/lib" && "$JAVA_HOME/bin/jar" xf "$application"/lib/*/*AmazonCorrettoCryptoProvider*.jar \
  com/amazon/corretto/crypto/provider/libamazonCorrettoCryptoProvider.so)
mv "$tree"/signet/lib/com/amazon/corretto/crypto/provider/*.so "$tree/signet/lib/"
rm -r "$tree/signet/lib/com"
for libargon2 in ${LIBARGON2:-"/usr/lib/$(uname -m)-linux-gnu/libargon2.so.1" /usr/lib64/libargon2.so.1 /usr/lib/libargon2.so.1}; do
  [[ ! -e $libargon2 ]] || break
done
[[ -e $libargon2 ]] || { echo "There is no $(basename "$libargon2"): install it (Debian: libargon2-1)" >&2; exit 1; }
cp -L "$libargon2" "$tree/signet/lib/libargon2.so.1"
{ if [[ -n ${PACKAGES:-} ]]; then cat "$PACKAGES"; else sh "$(dirname "$0")/list-packages.sh" libargon2-1; fi; } |
  bash "$(dirname "$0")/add-to-sbom.sh" "$tree/signet/sbom.cdx.json" /dev/stdin
# Classes of a signed jar are kept out of the cache and checked one by one at each start, against no signer in particular.
# A jar names its files in clear.
{ grep -alE 'META-INF/[A-Za-z0-9_-]+\.SF' "$tree"/signet/app/lib/*/*.jar || true; } | while read -r jar; do
  unsigned=$(mktemp -d)
  (cd "$unsigned" && "$JAVA_HOME/bin/jar" xf "$jar" && rm -f META-INF/*.{SF,RSA,DSA,EC})
  # The manifest up to its first empty line: behind it are the digests of the classes.
  sed -i '/^\r*$/q' "$unsigned/META-INF/MANIFEST.MF"
  "$JAVA_HOME/bin/jar" cfm "$jar" "$unsigned/META-INF/MANIFEST.MF" -C "$unsigned" .
  rm -r "$unsigned"
done
# Read by everybody, written by root alone.
chmod -R u=rwX,go=rX "$tree"
find "$tree" -exec touch -h -d @1 {} +

# --- The training run: a start, logins, refreshes, verifications, an end ---------------------------------------------

work=$(mktemp -d)
signet=
trap 'kill ${signet:-} 2>/dev/null || true; rm -rf "$work"' EXIT
password=$(head -c 18 /dev/urandom | base64)

# post PATH BODY: by the shell alone, because an image that builds images may have no HTTP client.
post() {
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %s\r\nConnection: close\r\n\r\n%s' \
    "$1" "${#2}" "$2" >&3
  cat <&3
  exec 3>&-
}

member() {
  sed -nE "s/.*\"$1\":\"([^\"]*)\".*/\1/p" | head -n 1
}

SIGNET_ADMIN_PASSWORD=$password "$tree/opt/java/bin/java" -XX:AOTCacheOutput="$tree/signet/signet.aot" -XX:+UseSerialGC -XX:-UsePerfData \
  --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir="$work" \
  -Dcom.amazon.corretto.crypto.provider.useExternalLib=true -Djava.library.path="$tree/signet/lib" \
  -Dsignet.database.directory="$work" -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=0 \
  -Dquarkus.management.host=127.0.0.1 -Dquarkus.management.port=0 -jar "$tree/signet/app/quarkus-run.jar" >"$work/log" 2>&1 &
signet=$!
until port=$(sed -nE 's|.*Listening on: http://[^:]+:([0-9]+).*|\1|p' "$work/log") && [[ -n $port ]]; do
  kill -0 $signet || {
    cat "$work/log" >&2
    exit 1
  }
  sleep 0.1
done
for ((n = 0; n < 20; n++)); do
  answer=$(post /auth/login "{\"username\":\"admin\",\"password\":\"$password\"}")
  for ((m = 0; m < 5; m++)); do
    answer=$(post /auth/refresh "{\"refresh_token\":\"$(member refresh_token <<<"$answer")\"}")
    verdict=$(post /auth/verify "{\"token\":\"$(member access_token <<<"$answer")\"}")
    [[ $verdict == *'"active":true'* ]] || {
      echo "the training run goes wrong: $answer" >&2
      exit 1
    }
  done
done
kill -TERM $signet
wait $signet || true
{ grep -q 'Signatures are computed by AWS-LC' "$work/log" && grep -q 'Password hashes are computed by libargon2' "$work/log"; } || {
  cat "$work/log" >&2
  exit 1
}
rm -f "$tree/signet/signet.aot.config"
chmod 644 "$tree/signet/signet.aot"
touch -d @1 "$tree/signet/signet.aot"
