#!/usr/bin/env bash
# The systemd units of deploy/systemd without systemd as the first process: systemd-analyze verifies them and rates their
# hardening, and run_unit.py starts the jar, and the native binary if there is one, with their environment, their
# credentials and their restrictions. A login, a refresh and a verification succeed on PostgreSQL, and SIGTERM ends the
# process with the exit status of the unit. Needs systemd-analyze, libseccomp, python3 and PostgreSQL.
# Environment: see installation.sh; SIGNET_BINARY (default: target/signet-*-runner).
set -euo pipefail
source "$(dirname "$0")/installation.sh"
command -v systemd-analyze >/dev/null || fail "no systemd-analyze: install systemd"

UNITS=$PROJECT/deploy/systemd
SECRETS=$WORK/secrets
BINARY=${SIGNET_BINARY:-$(find "$PROJECT/target" -maxdepth 1 -name 'signet-*-runner' | head -n 1)}
declare +x SIGNET_BINARY
# 0 is the best. The documentation names the score.
WORST_SCORE=15

# The copy has programs of this machine, because systemd-analyze verifies that they exist.
verify() {
  local copy=$WORK/verify/$1
  mkdir -p "$WORK/verify"
  sed -e "s#^ExecStart=/opt/signet/signet\$#ExecStart=$(command -v true)#" "$UNITS/$1" >"$copy"
  systemd-analyze verify "$copy" 2>&1 | tee "$WORK/verify.log"
  [[ ! -s $WORK/verify.log ]]
}

is_hardened() {
  systemd-analyze security --offline=true --threshold=$WORST_SCORE "$UNITS/$1" >"$WORK/security.log"
}

create_database() {
  start_postgresql
  as_postgres "$POSTGRESQL_BIN/psql" -qX -h "$POSTGRESQL_DATA" -p "$POSTGRESQL_PORT" -U signet -d postgres \
    -c "alter role signet password '$(<"$SECRETS/database-password")'" -c "create database jar" -c "create database native"
  printf 'host all all 127.0.0.1/32 scram-sha-256\n' >"$POSTGRESQL_DATA/pg_hba.conf"
  as_postgres "$POSTGRESQL_BIN/pg_ctl" -D "$POSTGRESQL_DATA" -s reload
}

# check_unit KIND PROGRAM
check_unit() {
  local kind=$1 program=$2 unit=$UNITS/signet-$1.service state=$WORK/state-$1 exit_status=0
  mkdir "$state"
  SIGNET_PORT[$kind]=$(free_port)
  SIGNET_MANAGEMENT_PORT[$kind]=$(free_port)
  SIGNET_URL[$kind]=http://localhost:${SIGNET_PORT[$kind]}
  sed -e "s#^SIGNET_ISSUER=.*#SIGNET_ISSUER=${SIGNET_URL[$kind]}#" -e "s#//localhost:5432/signet#//127.0.0.1:$POSTGRESQL_PORT/$kind#" \
    "$UNITS/signet.env" >"$state.env"
  printf 'QUARKUS_HTTP_PORT=%s\nQUARKUS_MANAGEMENT_PORT=%s\n' "${SIGNET_PORT[$kind]}" "${SIGNET_MANAGEMENT_PORT[$kind]}" >>"$state.env"
  env -i /usr/bin/python3 "$PROJECT/src/test/scripts/run_unit.py" "$unit" "$state.env" "$SECRETS" "$state" "$program" >"$WORK/$kind.log" 2>&1 &
  SIGNET_PID[$kind]=$!
  await_signet "$kind"

  log_in "$kind" admin "$ADMIN_PASSWORD"
  check "$kind: the password comes from the credential, and a login succeeds" test -n "$ACCESS_TOKEN"
  tokens_of "$(call POST "${SIGNET_URL[$kind]}/auth/refresh" "{\"refresh_token\":\"$REFRESH_TOKEN\"}")"
  check "$kind: the refreshed token is accepted" equal 200 "$(status GET "${SIGNET_URL[$kind]}/auth/me" '' -H "$(bearer "$ACCESS_TOKEN")")"
  check "$kind: ready" equal 200 "$(status GET "http://localhost:${SIGNET_MANAGEMENT_PORT[$kind]}/q/health/ready")"
  check "$kind: AWS-LC is loaded" grep -q 'computed by AWS-LC' "$WORK/$kind.log"
  check "$kind: the system call filter is active" equal 2 "$(sed -n 's/^Seccomp:\t//p' "/proc/${SIGNET_PID[$kind]}/status")"
  check "$kind: no core dump" grep -qE '^Max core file size +0 +0 ' "/proc/${SIGNET_PID[$kind]}/limits"
  check "$kind: no new privileges" equal 1 "$(sed -n 's/^NoNewPrivs:\t//p' "/proc/${SIGNET_PID[$kind]}/status")"
  check "$kind: no warning in the log" fails grep -E ' (WARN|ERROR) ' "$WORK/$kind.log"
  kill -TERM "${SIGNET_PID[$kind]}"
  wait "${SIGNET_PID[$kind]}" || exit_status=$?
  unset "SIGNET_PID[$kind]"
  check "$kind: SIGTERM ends it with the status of the unit" equal "$(sed -n 's/^SuccessExitStatus=//p' "$unit")" $exit_status
}

fails() {
  ! "$@"
}

for unit in signet-jar.service signet-native.service; do
  check "$unit is valid" verify $unit
  check "$unit is hardened" is_hardened $unit
  sed -n 's/.*Overall exposure level for /        /p' "$WORK/security.log"
done

"$PROJECT/deploy/secrets.sh" "$SECRETS"
ADMIN_PASSWORD=$(sed -n 's/^signet.admin.password=//p' "$SECRETS/signet.properties")
create_database
check_unit jar "$SIGNET_JAR"
if [[ -n $BINARY ]]; then
  check_unit native "$BINARY"
else
  skip "native" "no native binary: build it with ./mvnw package -Dnative"
fi

summary
