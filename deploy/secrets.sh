#!/usr/bin/env bash
# Creates the secrets of an installation as files, once: secrets.sh DIRECTORY
#   key-encryption-key  encrypts the signing keys; back it up separately from the database
#   signet.properties   the passwords of the database and of the first administrator, for Signet
#   database-password   the database password again, for PostgreSQL
set -euo pipefail
directory=${1:?usage: secrets.sh DIRECTORY}
umask 077
mkdir -p "$directory"
cd "$directory"
for file in key-encryption-key signet.properties database-password; do
  [[ ! -e $file ]] || {
    echo "$directory/$file exists already; nothing was changed" >&2
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
# Each file is mounted into a container with a different user; the directory denies access to other users.
chmod 644 key-encryption-key signet.properties database-password
