#!/usr/bin/env bash
# Makes the secrets of an installation as files, once: secrets.sh DIRECTORY
#   key-encryption-key  what signing keys are sealed under; keep a copy apart from the database
#   signet.properties   the database password and the first administrator's, as Signet reads them
#   database-password   the database password again, as PostgreSQL reads it
set -euo pipefail
directory=${1:?usage: secrets.sh DIRECTORY}
umask 077
mkdir -p "$directory"
cd "$directory"
for file in key-encryption-key signet.properties database-password; do
  [[ ! -e $file ]] || {
    echo "$directory/$file is there already; nothing was changed" >&2
    exit 1
  }
done

random() {
  head -c 32 /dev/urandom | base64 -w 0
}

password=$(random | tr -d '+/=')
random >key-encryption-key
printf %s "$password" >database-password
printf 'quarkus.datasource.password=%s\nsignet.admin.password=%s\n' "$password" "$(random | tr -d '+/=')" >signet.properties
# Mounted one by one into containers that run as another user; the directory keeps everybody else out.
chmod 644 key-encryption-key signet.properties database-password
