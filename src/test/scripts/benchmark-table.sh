#!/usr/bin/env bash
# Checks the table of benchmarks/run.sh --peers against measurements with known medians and ratios. Takes a second.
set -euo pipefail

source "$(dirname "$0")/installation.sh"
source "$PROJECT/benchmarks/statistics.sh"
source "$PROJECT/benchmarks/peers/table.sh"

RAW=$WORK/raw.tsv
PEERS=(keycloak spring)
declare -A PEER_TITLE=([keycloak]=Keycloak [spring]=Spring)

# measured NAME NODE CPU OF_THE_DATABASE RESIDENT [REQUESTS] [BAD]: one line as measure.sh writes it.
measured() {
  printf '%s\t%s\t%d\t100\t1.00\t2.00\t%d\t%s\t%s\t%d\n' "$1" "$2" "${6:-1000}" "${7:-0}" "$3" "$4" "$5" >>"$RAW"
}

# cells TITLE: the row of the table that begins so.
cells() {
  table | grep -F "| $1"
}

same() {
  equal "$1" "$(cells "$2")"
}

: >"$RAW"
check "the median of an odd number of figures is the middle one, in the order of numbers" equal 9 "$(printf '%s\n' 100 9 8 | median)"
check "the median of an even number of figures is the mean of the two in the middle" equal 9.5 "$(printf '%s\n' 100 9 10 8 | median)"
check "the median of no figure is empty" equal '' "$(median </dev/null)"
check "thousands are separated" equal '1,234,567 100 99.5 1.50 1,000' \
  "$(number 1234567) $(number 99.99999999 | sed 's/\..*//') $(number 99.5) $(number 1.5) $(number 1000)"

# Rounds in an order in which sorting as text would select another median.
for cpu in 900 1100 10; do measured client-credentials keycloak-ES256 "$cpu" 100 600; done
for cpu in 90 110 1000; do measured client-credentials signet-ES256 "$cpu" 0 400; done
for cpu in 190 200 210; do measured client-credentials native-ES256 "$cpu" 50 200; done
check "a ratio is peer to Signet, of medians that include the database; a service without a figure has an empty cell" \
  same '| `client_credentials` ES256, CPU µs | 110 | 250 | 1,000 (9.1× / 4.0×) | | |' '`client_credentials` ES256'
check "the other algorithm has figures of its own" same '| `client_credentials` RS256, CPU µs | | | | | |' '`client_credentials` RS256'

measured refresh signet-ES256 100 10 450
measured refresh keycloak-ES256 2000 200 700
check "without the native binary the ratio is to the JVM" same '| refresh ES256, CPU µs | 110 | | 2,200 (20×) | | |' 'refresh ES256'
check "the memory under load is the greatest of all measurements" same '| resident under load, MiB | 450 | 200 | 700 (1.6× / 3.5×) | | |' 'resident under load'

measured jwks signet-ES256 10 0 400
measured jwks keycloak-ES256 50 0 600 1000 0
measured jwks keycloak-ES256 50 0 600 1000 1
measured jwks spring-ES256 100 0 600
measured jwks nginx 5 0 10
check "one failed response in one round removes the figure and its ratio" \
  same '| JWK Set, CPU µs | 10.0 | | **failed** | 100 (10×) | static file, nginx 5.00 |' 'JWK Set'
check "failed measurements are listed" equal 'jwks of keycloak-ES256: 1 of 1000 responses failed' "$(failures)"

measured login signet-ES256 10 0 400 1000 1000
measured login keycloak-ES256 20 0 400
check "a failed measurement of Signet gives no ratio" same '| login ES256, CPU µs | **failed** | | 20.0 | | |' 'login ES256'

measured userinfo signet-ES256 0 0 400 0
check "a measurement without a response is failed" same '| UserInfo ES256, CPU µs | **failed** | | | | |' 'UserInfo ES256'

printf 'start-seconds\t%s\t%s\n' signet 2 signet 1 signet 3 keycloak 9 >>"$RAW"
check "a start has the median of its figures" same '| first 200, s | 2.00 | | 9.00 (4.5×) | | |' 'first 200, s'
printf 'sign-ES256\topenssl\t15.7\n' >>"$RAW"
printf 'size\t%s\t%s\n' signet 100 spring 2 keycloak 40 native 0.5 >>"$RAW"
check "a ratio below one has two decimal places" \
  same '| size on disk, MiB | 100 | 0.50 | 40.0 (0.40× / 80×) | 2.00 (0.02× / 4.0×) | |' 'size on disk'
check "a limit is a figure of its own, without a ratio" \
  same '| `client_credentials` ES256, CPU µs | 110 | 250 | 1,000 (9.1× / 4.0×) | | P-256 signature, openssl 15.7 |' '`client_credentials` ES256'
check "each row has as many cells as the head" equal 1 "$(table | tr -cd '|\n' | sort -u | wc -l)"

summary
