#!/usr/bin/env bash
# Measures the cost of growth: logins and refreshes, spread over all accounts, with a thousand, a million and ten million
# accounts with a session each; then removes a million expired sessions under load. Prints a table for results.md.
# Takes about 12 minutes and 13 GB under ${TMPDIR:-/tmp}. Needs wrk, PostgreSQL, target/quarkus-app.
# Environment: SIZES ("1000 1000000 10000000"), EXPIRED (1000000), ROUNDS (3), SECONDS_EACH (10), WARM_UP (60), JAVA25_HOME
# (else found), JVM_OPTIONS (-Xmx256m -XX:+UseSerialGC), SIGNET_COMMAND (see installation.sh).
set -euo pipefail

JAVA_HOME=${JAVA25_HOME:-$(find /usr/lib/jvm -maxdepth 1 -name 'temurin-25*' | head -n 1)}
source "$(dirname "$0")/../src/test/scripts/installation.sh"
source "$(dirname "$0")/measure.sh"
source "$(dirname "$0")/statistics.sh"
command -v wrk >/dev/null || fail "no wrk: install it (apt-get install wrk)"

read -ra SIZES <<<"${SIZES:-1000 1000000 10000000}"
EXPIRED=${EXPIRED:-1000000}
ROUNDS=${ROUNDS:-3}
SECONDS_EACH=${SECONDS_EACH:-10}
WARM_UP=${WARM_UP:-60}
read -ra JVM_OPTIONS <<<"${JVM_OPTIONS:--Xmx256m -XX:+UseSerialGC}"
export PASSWORD='meandering river 12'
# Far apart in the tables, and coprime to every size.
export STEP=7919
RAW=$WORK/raw.tsv
KEY=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=

sql() {
  as_postgres "$POSTGRESQL_BIN/psql" -qXAt -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$POSTGRESQL_PORT" -U signet -d postgres "$@"
}

# --- Filling --------------------------------------------------------------------------------------------------------

# token(i): the refresh token of the seventh generation of session i, as RefreshToken and RefreshTokenMac would have made it, with
# something derived from i for what is random: so a session that SQL made can be refreshed, and be found by its number.
define_token() {
  local pads
  pads=$(/usr/bin/python3 - "$KEY" <<'PYTHON'
import base64, hmac, sys
prk = hmac.digest(bytes(32), base64.b64decode(sys.argv[1]), "sha256")
key = hmac.digest(prk, b"refresh token authenticity\x01", "sha256").ljust(64, b"\0")
print(bytes(b ^ 0x36 for b in key).hex(), bytes(b ^ 0x5C for b in key).hex())
PYTHON
  )
  sql <<SQL
create function body(i bigint) returns bytea immutable language sql
  return uuid_send(md5('session ' || i)::uuid) || int4send(7) || sha256(convert_to('random ' || i, 'UTF8'));
create function mac(message bytea) returns bytea immutable language sql
  return substring(sha256('\\x${pads#* }'::bytea || sha256('\\x${pads% *}'::bytea || message)) from 1 for 14);
create function token(i bigint) returns text immutable language sql
  return 'sgr_' || translate(encode(body(i) || mac(body(i)), 'base64'), E'+/\n', '-_');
SQL
}

SESSION_COLUMNS="md5('session ' || i)::uuid, md5('account ' || i)::uuid, 'signet', t.audience, t.scope, t.acr, t.amr, begun, t.address,
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', begun, begun, idle, begun + interval '30 days', 7,
  sha256(convert_to(token(i), 'UTF8')), sha256(convert_to('previous ' || i, 'UTF8')),
  sha256(convert_to('a', 'UTF8')) || sha256(convert_to('b' || i, 'UTF8')), begun, null, null"

# fill FROM TO: accounts and their sessions, copied from one of each that Signet made. Indexes are rebuilt afterwards,
# because that is quicker and leaves them as a long-lived table has them after its last REINDEX.
fill() {
  local indexes
  indexes=$(sql -c "select indexdef || ';' from pg_indexes where tablename in ('session', 'account', 'account_role')
    and indexname not in (select conname from pg_constraint)")
  sql -c "select 'drop index ' || indexname || ';' from pg_indexes where tablename in ('session', 'account', 'account_role')
    and indexname not in (select conname from pg_constraint)" | sql
  sql <<SQL
set synchronous_commit = off;
insert into account (id, kind, username, username_key, email, email_verified, password_hash, password_changed_at, status,
    created_at, last_login_at, version)
  select md5('account ' || i)::uuid, a.kind, 'user' || i, replace(a.username_key, 'template', 'user' || i), 'user' || i || '@example.com',
    true, a.password_hash, a.password_changed_at, a.status, a.created_at + i * interval '1 ms', a.last_login_at, 0
  from generate_series($1, $2) i, account a where a.username = 'template';
insert into account_role (account_id, role)
  select md5('account ' || i)::uuid, r.role
  from generate_series($1, $2) i, account a join account_role r on r.account_id = a.id where a.username = 'template';
insert into session select $SESSION_COLUMNS, idle + interval '1 hour'
  from generate_series($1, $2) i,
    lateral (select now() - (i % 36000) * interval '1 s' as begun) b, lateral (select begun + interval '23 hours' as idle) c,
    (select s.* from session s join account a on a.id = s.account_id where a.username = 'template' limit 1) t;
SQL
  sql <<<"set maintenance_work_mem = '512MB'; $indexes"
  sql -c "vacuum analyze" -c checkpoint
}

# expire COUNT: inserts as many sessions that are due to be removed; they appear all at once.
expire() {
  sql <<SQL
set synchronous_commit = off;
insert into session select $SESSION_COLUMNS, begun + interval '2 days'
  from generate_series(1000000001, 1000000000 + $1) i,
    lateral (select now() - interval '20 days' + (i % 864000) * interval '1 s' as begun) b, lateral (select begun + interval '1 day' as idle) c,
    (select * from session limit 1) t;
SQL
}

due() {
  sql -c "select count(*) from session where remove_after < now() - interval '2 hours'"
}

# tokens SIZE COUNT: the refresh tokens of so many sessions, spread over all that no load has seen, one a line.
tokens() {
  sql -c "select token(i) from (select n::bigint * $STEP % $1 + 1 as i from generate_series($SPENT, $SPENT + $2 - 1) n) t where i > $FRESH"
}

# --- Measuring ------------------------------------------------------------------------------------------------------

SPENT=0
FRESH=0

# refresh AS SIZE SECONDS CONNECTIONS [TOKENS]: a token that was rotated in an earlier run is no good any more, so every run takes
# others: many, but few enough that all runs together find enough in the smallest size.
refresh() {
  local count=${5:-$(($2 / (ROUNDS + 2) < 20000 ? $2 / (ROUNDS + 2) : 20000))}
  tokens "$2" "$count" >"$WORK/tokens"
  SPENT=$((SPENT + count))
  TOKENS=$WORK/tokens measure "$1" growth "$3" "$4" refresh /auth/refresh
}

login() {
  USERS=$2 measure "$1" growth "$3" 4 login /auth/login
}

# column NAME EXPRESSION [median|greatest]: over the lines of that name.
column() {
  awk -F '\t' -v name="$1" "\$1 == name { print $2 }" "$RAW" | "${3:-median}"
}

use_database postgresql
launch_signet growth "${JVM_OPTIONS[@]}" -Dsignet.tokens.algorithm=ES256 -Dsignet.keys.encryption-key=$KEY \
  -Dsignet.throttle.per-account=1000000 -Dsignet.throttle.per-known-address=1000000 -Dsignet.throttle.per-address=1000000 \
  -Dsignet.database.clean-up-interval=PT30S
await_signet growth
log_in growth
call POST "${SIGNET_URL[growth]}/admin/accounts" "{\"username\":\"template\",\"password\":\"$PASSWORD\"}" -H "$(bearer "$ACCESS_TOKEN")" -o /dev/null
log_in growth template "$PASSWORD"

define_token
filled=0
for size in "${SIZES[@]}"; do
  echo "filling up to $size, load average $(cut -d ' ' -f 1-3 /proc/loadavg)" >&2
  began=$SECONDS
  fill $((filled + 1)) "$size"
  FRESH=$filled
  filled=$size
  echo "filled in $((SECONDS - began)) s" >&2
  if ((WARM_UP > 0)); then
    echo "warming up" >&2
    refresh warm-up "$size" $((WARM_UP / 2)) 16
    login warm-up "$size" $((WARM_UP / 2))
    # The process is warm then; what is left is the caches over the greater tables.
    WARM_UP=$((WARM_UP > 10 ? 10 : WARM_UP))
  fi
  for ((round = 1; round <= ROUNDS; round++)); do
    refresh "refresh-$size" "$size" "$SECONDS_EACH" 16 >&2
    login "login-$size" "$size" "$SECONDS_EACH" >&2
  done
  bytes=$(sql -c "select pg_total_relation_size('session') / $size || ' bytes a session, ' ||
    (pg_total_relation_size('account') + pg_total_relation_size('account_role')) / $size || ' an account with its role, ' ||
    pg_total_relation_size('security_event') / greatest(1, (select count(*) from security_event)) || ' an event, indexes included'")
  sizes+=("$(sql -c "select pg_size_pretty(pg_database_size('postgres'))")")
done

# A load that leaves room: with as many connections as can be served at once, p99 says how long the queue is.
for ((round = 1; round <= ROUNDS; round++)); do refresh quiet "$filled" "$SECONDS_EACH" 4 5000 >&2; done
expire "$EXPIRED"
until (($(due) < EXPIRED)); do sleep 0.2; done
began=$(date +%s%N)
while (($(due) > 0)); do refresh cleaning "$filled" 5 4 5000 >&2; done
took=$((($(date +%s%N) - began) / 1000000000))

first=${SIZES[0]}
echo "$("$JAVA" -version 2>&1 | sed -n 2p), $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(date -u +%F), JVM options ${JVM_OPTIONS[*]}, ES256"
echo
echo "| Accounts and sessions | refresh, CPU µs | against the first | p99 ms | login, CPU µs | against the first | database | bad |"
echo "|---|---|---|---|---|---|---|---|"
for n in "${!SIZES[@]}"; do
  size=${SIZES[$n]}
  refresh=$(column "refresh-$size" '$8 + $9') login=$(column "login-$size" '$8 + $9')
  echo "| $size | $refresh | $(ratio "$refresh" "$(column "refresh-$first" '$8 + $9')") | $(column "refresh-$size" '$6') | $login \
| $(ratio "$login" "$(column "login-$first" '$8 + $9')") | ${sizes[$n]} | $(($(column "refresh-$size" '$7' greatest) + $(column "login-$size" '$7' greatest))) |"
done
echo
echo "On disk: $bytes."
echo "Removing $EXPIRED expired sessions of $filled beside refreshes on 4 connections: $took s; p99 of refresh $(column quiet '$6') ms before," \
  "$(column cleaning '$6') ms during it (the worst five seconds: $(column cleaning '$6' greatest) ms); bad: $(column cleaning '$7' greatest)"
