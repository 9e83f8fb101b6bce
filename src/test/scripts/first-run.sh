#!/usr/bin/env bash
# Runs the README's first command, ./mvnw quarkus:dev, as on a machine that has never run it: nothing asks a question, no line is
# an error, and the README's login works. Needs target/quarkus-app, which proves that the sources compile. Environment:
# see installation.sh.
set -euo pipefail
source "$(dirname "$0")/installation.sh"
unset SIGNET_ADMIN_PASSWORD

PORT=$(free_port)
URL=http://localhost:$PORT
LOG=$WORK/dev.log
MAVEN_PID=

before_clean_up() {
  [[ -z $MAVEN_PID ]] || kill -- "-$MAVEN_PID" 2>/dev/null || true
  ((FAILED == 0)) || tail -n 40 "$LOG" | cut -c1-250
}

# A home directory without settings of Quarkus, in which Quarkus would ask for them.
start_dev_mode() {
  (
    cd "$PROJECT"
    exec setsid ./mvnw -B -ntp quarkus:dev -Ddebug=false -Duser.home="$WORK" -Dmaven.repo.local="${MAVEN_REPOSITORY:-$HOME/.m2/repository}" \
      -Dquarkus.http.port="$PORT" -Dquarkus.management.port="$(free_port)" </dev/null >"$LOG" 2>&1
  ) &
  MAVEN_PID=$!
}

logged_in() {
  call POST "$URL/auth/login" '{"username":"demo","password":"demo-password-please"}' 2>/dev/null
}

start_dev_mode
check "the login of the README succeeds" within 240 logged_in
check "an access token authenticates" grep -qF '"username":"demo"' <<<"$(call GET "$URL/auth/me" '' -H "$(bearer "$(logged_in | member access_token)")")"
check "no line is an error" bash -c '! grep -E " ERROR |\[ERROR\]|Exception" "$1"' - "$LOG"
check "nothing asks a question" bash -c '! grep -iE "do you agree|y/n" "$1"' - "$LOG"
check "nothing is about keys or containers that Signet does not use" bash -c '! grep -iE "in-memory key pair|testcontainers|docker" "$1"' - "$LOG"

summary
