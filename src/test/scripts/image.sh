#!/usr/bin/env bash
# Builds the JVM image without a container engine, unpacks its layers, and runs its configured command as its configured
# user, in a root file system where nothing but the declared volume can be written: a login, the token checked through
# the JWK Set by python3-jwt, and an end by the stop signal in the middle of a login. Needs root, a JDK 25,
# python3-jwt and target/quarkus-app. Environment: JAVA25_HOME, MAVEN_OPTIONS (such as -o), KEEP_WORK=1.
set -euo pipefail
JAVA_HOME=${JAVA25_HOME:-$(find /usr/lib/jvm -maxdepth 1 -name 'temurin-25*' | head -n 1)}
export JAVA_HOME
source "$(dirname "$0")/installation.sh"
[[ $(id -u) == 0 ]] || fail "only root may change the root directory"

ROOT=$WORK/root
BASE=$WORK/base
DOCKERFILE=$PROJECT/src/main/docker/Dockerfile.jvm

# --- The image ------------------------------------------------------------------------------------------------------

# A substitute for the base image, which cannot be fetched here: this machine's glibc in a docker archive.
create_base() {
  local library
  mkdir -p "$BASE/root/etc" "$BASE/root/tmp" "$BASE/root/lib64"
  ldd "$JAVA_HOME/bin/java" "$JAVA_HOME/lib/server/libjvm.so" | grep -oE '/lib[^ ]*/(ld-linux|libc\.|libdl\.|libpthread\.|libm\.|librt\.)[^ ]*' | sort -u |
    while read -r library; do install -D "$library" "$BASE/root$library"; done
  printf 'root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n' >"$BASE/root/etc/passwd"
  printf 'hosts: files dns\n' >"$BASE/root/etc/nsswitch.conf"
  printf '127.0.0.1 localhost %s\n' "$(hostname)" >"$BASE/root/etc/hosts"
  chmod 1777 "$BASE/root/tmp"
  /usr/bin/python3 - "$BASE" <<'PYTHON'
import hashlib, json, sys, tarfile
base = sys.argv[1]
with tarfile.open(base + "/layer.tar", "w") as layer:
    layer.add(base + "/root", ".")
digest = hashlib.sha256(open(base + "/layer.tar", "rb").read()).hexdigest()
config = {"architecture": "amd64", "os": "linux", "config": {}, "rootfs": {"type": "layers", "diff_ids": ["sha256:" + digest]},
          "history": [{"created_by": "glibc"}]}
json.dump(config, open(base + "/config.json", "w"))
json.dump([{"Config": "config.json", "RepoTags": ["base:latest"], "Layers": ["layer.tar"]}], open(base + "/manifest.json", "w"))
with tarfile.open(base + ".tar", "w") as archive:
    for name in ("config.json", "manifest.json", "layer.tar"):
        archive.add(base + "/" + name, name)
PYTHON
}

build_image() {
  "$PROJECT/src/main/docker/prepare.sh" "$PROJECT/target/quarkus-app" "$PROJECT/target/image" >"$WORK/prepare.log" 2>&1 || fail "$(<"$WORK/prepare.log")"
  read -ra MAVEN_OPTIONS <<<"${MAVEN_OPTIONS:-}"
  # shellcheck disable=SC2086
  (cd "$PROJECT" && ./mvnw -q -B -ntp "${MAVEN_OPTIONS[@]}" -Pimage jib:buildTar -Dimage.base="tar://$BASE.tar") >"$WORK/jib.log" 2>&1 || fail "$(tail -n 20 "$WORK/jib.log")"
}

# Applies the layers in order, with the times, modes and owners in them.
unpack_image() {
  mkdir -p "$ROOT" "$WORK/image"
  tar -xf "$PROJECT/target/jib-image.tar" -C "$WORK/image"
  /usr/bin/python3 - "$WORK/image" "$ROOT" <<'PYTHON'
import json, subprocess, sys
image, root = sys.argv[1:]
manifest = json.load(open(image + "/manifest.json"))[0]
for layer in manifest["Layers"]:
    subprocess.run(["tar", "--warning=no-unknown-keyword", "-xf", image + "/" + layer, "-C", root, "--numeric-owner", "-p"], check=True)
json.dump(json.load(open(image + "/" + manifest["Config"])), open(image + "/image.json", "w"))
PYTHON
}

# image EXPRESSION: of the image's configuration c, as Python sees it; lists one item a line.
image() {
  /usr/bin/python3 -c 'import json, sys
c = json.load(open(sys.argv[1]))["config"]
v = eval(sys.argv[2])
print("\n".join(v) if isinstance(v, (list, tuple)) else v)' "$WORK/image/image.json" "$1"
}

# --- The configuration against the application and against the Dockerfile -------------------------------------------

# dockerfile INSTRUCTION: its arguments in the last stage, with continued lines joined.
dockerfile() {
  sed -e ':a' -e '/\\$/N; s/\\\n */ /; ta' "$DOCKERFILE" | sed -n '/^FROM gcr/,$p' | sed -nE "s/^$1 //p"
}

# sbom_version NAME: of the component whose package URL is that of a Debian package.
sbom_version() {
  /usr/bin/python3 -c 'import json, sys
print(*(c["version"] for c in json.load(open(sys.argv[1]))["components"] if c["purl"].startswith("pkg:deb/") and c["name"] == sys.argv[2]))' \
    "$ROOT/signet/sbom.cdx.json" "$1"
}

check_configuration() {
  local setting
  check "the user is a number and not root" grep -qE '^[1-9][0-9]*:[1-9][0-9]*$' <<<"$(image 'c["User"]')"
  check "the same user as in the Dockerfile" equal "$(dockerfile USER)" "$(image 'c["User"]')"
  check "the same entry point" equal "$(dockerfile ENTRYPOINT | tr -d '[]",' | tr -s ' ' '\n')" "$(image 'c["Entrypoint"]')"
  check "the same volume" equal "$(dockerfile VOLUME)" "$(image 'list(c["Volumes"])')"
  check "the same ports" equal "$(dockerfile EXPOSE | tr ' ' '\n')" "$(image 'sorted(p.split("/")[0] for p in c["ExposedPorts"])')"
  check "the ports the application listens on" equal "$(sed -nE 's/^quarkus\.(http|management)\.port=//p' "$PROJECT/src/main/resources/application.properties" | sort)" \
    "$(image 'sorted(p.split("/")[0] for p in c["ExposedPorts"])')"
  check "the same environment" equal "$(dockerfile ENV | tr -d '"' | sort)" "$(image 'sorted(e for e in c["Env"])')"
  check "the same working directory" equal "$(dockerfile WORKDIR)" "$(image 'c["WorkingDir"]')"
  for setting in title description licenses version revision; do
    check "the label $setting" test -n "$(image "c['Labels'].get('org.opencontainers.image.$setting', '')")"
  done
  check "an SBOM that names Netty" grep -q '"pkg:maven/io.netty/netty-codec-http@4' "$ROOT/signet/sbom.cdx.json"
  check "the SBOM names libargon2 and the version of its package" \
    equal "$(dpkg-query -W -f='${Version}' libargon2-1)" "$(sbom_version libargon2-1)"
  check "no shell" bash -c '! find "$1" -name sh -o -name bash -o -name busybox | grep -q .' - "$ROOT"
  check "nothing in it belongs to the user or may be written by it, but the volume" \
    equal "$ROOT/signet/data" "$(find "$ROOT" \( -perm -o+w -o ! -uid 0 \) ! -type l ! -path "$ROOT/tmp" | sort)"
}

# --- The container --------------------------------------------------------------------------------------------------

# Everything read-only but the volume, as with docker run --read-only --cap-drop ALL -v data:/signet/data: mounts of its own,
# the image's tree as the root directory, the image's user. The process is a child of this script and can be waited for.
start_container() {
  local user entrypoint environment
  user=$(image 'c["User"]')
  mapfile -t entrypoint < <(image 'c["Entrypoint"]')
  mapfile -t environment < <(image 'c["Env"]')
  mkdir -p "$WORK/volume" "$ROOT/proc" "$ROOT/dev"
  chown "$user" "$WORK/volume"
  SIGNET_PORT[image]=$(free_port)
  SIGNET_MANAGEMENT_PORT[image]=$(free_port)
  SIGNET_URL[image]=http://localhost:${SIGNET_PORT[image]}
  # AOTMode=on: rather no start than one without the cache. MaxRAM: the heap begins as in a container of this size.
  env -i PATH="$PATH" "${environment[@]}" SIGNET_ADMIN_PASSWORD="$SIGNET_ADMIN_PASSWORD" SIGNET_ISSUER="${SIGNET_URL[image]}" \
    SIGNET_THROTTLE_PER_KNOWN_ADDRESS=100 QUARKUS_HTTP_PORT="${SIGNET_PORT[image]}" QUARKUS_MANAGEMENT_PORT="${SIGNET_MANAGEMENT_PORT[image]}" \
    unshare --mount bash -c '
      set -e
      root=$1 volume=$2 directory=$3 user=${4%:*} group=${4#*:}
      shift 4
      mount --bind "$root" "$root"
      mount --bind "$volume" "$root/signet/data"
      mount -o remount,bind,noexec,nosuid,nodev "$root/signet/data"
      mount --rbind /dev "$root/dev"
      mount -t proc proc "$root/proc"
      mount -o remount,bind,ro "$root"
      exec setpriv --no-new-privs --bounding-set -all,+sys_chroot,+setuid,+setgid --inh-caps -all \
        unshare --root "$root" --wd "$directory" --setgid "$group" --setuid "$user" -- "$@"' \
    - "$ROOT" "$WORK/volume" "$(image 'c["WorkingDir"]')" "$user" "${entrypoint[0]}" -XX:AOTMode=on -XX:MaxRAM=320m "${entrypoint[@]:1}" \
    >>"$WORK/image.log" 2>&1 &
  SIGNET_PID[image]=$!
  await_signet image
}

verdict() {
  SIGNET_ISSUER=${SIGNET_URL[image]} /usr/bin/python3 "$PROJECT/examples/python/verify.py" <<<"$1"
}

readiness() {
  status GET "http://localhost:${SIGNET_MANAGEMENT_PORT[image]}/q/health/$1"
}

not_ready() {
  [[ $(readiness ready) == 503 ]]
}

login_status() {
  status POST "${SIGNET_URL[image]}/auth/login" "{\"username\":\"$ADMIN\",\"password\":\"$SIGNET_ADMIN_PASSWORD\"}"
}

# A login whose last bytes are sent when the process waits only for them.
slow_login() {
  local body="{\"username\":\"$ADMIN\",\"password\":\"$SIGNET_ADMIN_PASSWORD\"}"
  exec 3<>"/dev/tcp/localhost/${SIGNET_PORT[image]}"
  printf 'POST /auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' "${#body}" "${body:0:9}" >&3
  within 12 grep -q 'Waiting for HTTP requests to complete' "$WORK/image.log"
  printf '%s' "${body:9}" >&3
  timeout 10 sed '/^\r$/q' <&3
}

check_run() {
  local pid=${SIGNET_PID[image]} logins=() slow delay stopped n ended=0
  check "it runs as the image's user" equal "$(image 'c["User"]' | tr ':' ' ')" "$(awk '/^Uid/ { u = $2 } /^Gid/ { g = $2 } END { print u, g }' "/proc/$pid/status")"
  check "with no capability at all" equal 0000000000000000 "$(sed -nE 's/^CapEff:\s*//p' "/proc/$pid/status")"
  check "its root file system is read-only" grep -qE '^[^ ]+ / [^ ]+ ro[, ]' "/proc/$pid/mounts"
  check "its volume is not, and nothing in it may be executed" grep -qE '^[^ ]+ /signet/data [^ ]+ rw,([^ ]*,)?noexec' "/proc/$pid/mounts"
  check "the application is the one that was packaged" cmp -s "$ROOT/signet/app/quarkus/generated-bytecode.jar" "$PROJECT/target/quarkus-app/quarkus/generated-bytecode.jar"
  check "AWS-LC signs, its library not unpacked" grep -q 'computed by AWS-LC' "$WORK/image.log"
  check "libargon2 hashes passwords" grep -q 'computed by libargon2' "$WORK/image.log"
  log_in image
  check "its token is accepted by who only knows the JWK Set" grep -q ^accepted <<<"$(verdict "$ACCESS_TOKEN")"
  check "a changed token is not" grep -q ^rejected <<<"$(verdict "${ACCESS_TOKEN%????}AAAA")"
  for n in live ready started; do check "it says it is $n" equal 200 "$(readiness $n)"; done
  check "what it wrote is its own alone, and little" \
    equal "key-encryption-key signet.mv.db" "$(find "$WORK/volume" -type f -printf '%f\n' | sort | tr '\n' ' ' | sed 's/ $//')"

  # It accepts connections until a second before the delay is over.
  delay=$(image '[e for e in c["Env"] if e.startswith("QUARKUS_SHUTDOWN_DELAY=")]' | tr -dc 0-9)
  stopped=$(date +%s%N)
  kill -s "$(dockerfile STOPSIGNAL)" "$pid"
  check "shutdown: not ready first" within 3 not_ready
  check "shutdown: still alive" equal 200 "$(readiness live)"
  check "shutdown: logins still succeed" equal 200 "$(login_status)"
  slow_login >"$WORK/slow-login" &
  slow=$!
  while (($(date +%s%N) - stopped < (delay - 3) * 1000000000)); do sleep 0.05; done
  for n in {1..20}; do
    login_status >"$WORK/login-$n" &
    logins+=($!)
  done
  wait "$pid" || ended=$?
  unset "SIGNET_PID[image]"
  wait "${logins[@]}" "$slow" || true
  check "it ended by the signal" equal 143 $ended
  check "all ${#logins[@]} of them got a response" equal "${#logins[@]}" "$(grep -l '^200$' "$WORK"/login-* | wc -l)"
  check "shutdown: one was still in progress" grep -q 'Waiting for HTTP requests to complete' "$WORK/image.log"
  check "it got a response" equal "HTTP/1.1 200 OK" "$(head -n 1 "$WORK/slow-login" | tr -d '\r')"
  check "the responses announce the end of the connection" grep -qi '^connection: close' "$WORK/slow-login"
}

create_base
build_image
unpack_image
check_configuration
start_container
check_run
summary
