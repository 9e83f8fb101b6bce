#!/usr/bin/env bash
# Backups of the database, in the container "backup" of compose.yaml:
#   backup.sh schedule       dumps the database each day at BACKUP_TIME (UTC), and at the start if that dump is missing
#   backup.sh dump           dumps the database now, and deletes all but the newest BACKUP_KEEP dumps
#   backup.sh list           prints the dumps, the oldest first
#   backup.sh check          fails if the newest dump is older than 26 hours
#   backup.sh restore FILE   replaces the content of the database by a dump; no node may run
# The dumps do not contain the key-encryption key. Copy them, and separately that key, to another machine.
# Environment: PGHOST, PGUSER, PGDATABASE, PASSWORD_FILE, BACKUP_DIRECTORY, BACKUP_TIME, BACKUP_KEEP.
set -euo pipefail
umask 077
PGPASSWORD=$(<"$PASSWORD_FILE")
export PGPASSWORD
cd "$BACKUP_DIRECTORY"

fail() {
  echo "$*" >&2
  exit 1
}

list() {
  find . -maxdepth 1 -name 'signet-*.dump' -printf '%f\n' | sort
}

# The time of the newest dump in seconds since 1970, 0 without a dump.
newest() {
  local file
  file=$(list | tail -n 1)
  if [[ -n $file ]]; then stat -c %Y "$file"; else echo 0; fi
}

# Waits for another dump or restore, and deletes the incomplete files of one that was killed.
begin() {
  exec 9>.lock
  flock 9
  rm -f ./*.part
}

dump() {
  local file
  begin
  file=signet-$(date -u +%Y-%m-%dT%H%M%SZ).dump
  # The rename ensures that a dump with its final name is complete.
  pg_dump --format=custom --file="$file.part"
  pg_restore --list "$file.part" >/dev/null
  mv "$file.part" "$file"
  list | head -n "-$BACKUP_KEEP" | xargs -r rm --
  echo "Wrote $file ($(stat -c %s "$file") bytes)"
}

# The newest time of the schedule that has passed.
scheduled() {
  local now time
  now=$(date +%s)
  time=$(date -u -d "today $BACKUP_TIME" +%s)
  ((time <= now)) || time=$((time - 86400))
  echo "$time"
}

schedule() {
  [[ $BACKUP_TIME =~ ^([01][0-9]|2[0-3]):[0-5][0-9]$ && $BACKUP_KEEP =~ ^[1-9][0-9]*$ ]] || fail "BACKUP_TIME must be HH:MM, and BACKUP_KEEP a number from 1"
  trap 'exit 0' TERM
  while :; do
    if (($(newest) < $(scheduled))); then
      "$0" dump || echo "The dump failed; next attempt in a minute" >&2
    fi
    sleep 60 &
    wait $!
  done
}

check() {
  (($(date +%s) - $(newest) < 26 * 3600)) || fail "The newest dump is older than 26 hours"
}

restore() {
  local others
  [[ -f $1 ]] || fail "No $1 in $BACKUP_DIRECTORY; there are: $(list | tr '\n' ' ')"
  begin
  # The type is null for the connections of other users. Workers of the database, such as autovacuum, have no user.
  others=$(psql -qXAt -c "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
    and usesysid is not null and coalesce(backend_type, 'client backend') = 'client backend'")
  [[ $others == 0 ]] || fail "Stop all nodes first: the database has $others connections"
  trap 'rm -f restore.sql.part' EXIT
  pg_restore --no-owner --no-privileges --file=restore.sql.part "$1"
  # One transaction: a restore that fails changes nothing.
  psql -qX -v ON_ERROR_STOP=1 --single-transaction -o /dev/null -f - -f restore.sql.part <<'SQL'
set client_min_messages = warning;
do $$
declare object record;
begin
  for object in select tablename as name from pg_tables where schemaname = 'public' loop
    execute format('drop table public.%I cascade', object.name);
  end loop;
  for object in select sequencename as name from pg_sequences where schemaname = 'public' loop
    execute format('drop sequence public.%I cascade', object.name);
  end loop;
end $$;
SQL
  echo "Restored $1"
}

case ${1:-} in
  schedule | dump | list | check) "$1" ;;
  restore) restore "${2:?usage: backup.sh restore FILE}" ;;
  *) fail "usage: backup.sh schedule|dump|list|check|restore FILE" ;;
esac
