# shellcheck shell=bash
# The table of the comparison, from the lines of $RAW: those of measure.sh, and lines with a name, a service and one figure.
# Sourced after statistics.sh.

# figure NAME NODE EXPRESSION [median|greatest]: of an awk expression over the rounds. Prints nothing without a line, and
# "failed" if a round has a failed response or no response.
figure() {
  awk -F '\t' -v name="$1" -v node="$2" '
    $1 == name && $2 == node {
      if (NF > 3 && ($3 == 0 || $7 > 0)) failed = 1
      print '"$3"'
    }
    END { if (failed) print "failed" }' "$RAW" >"$RAW.figure"
  if grep -q failed "$RAW.figure"; then echo failed; else "${4:-median}" <"$RAW.figure"; fi
  rm "$RAW.figure"
}

# resident NODE...: the most that one of them occupied at the end of a measurement, in MiB.
resident() {
  local node
  for node in "$@"; do
    awk -F '\t' -v node="$node" '$2 == node && NF > 3 { print $10 }' "$RAW"
  done | greatest
}

# number FIGURE: with as many decimal places as it deserves, and commas between thousands.
number() {
  awk -v figure="$1" 'BEGIN {
    text = sprintf(figure < 10 ? "%.2f" : figure < 100 ? "%.1f" : "%.0f", figure)
    while (match(text, /^[0-9]+[0-9][0-9][0-9]($|,)/)) {
      digits = match(text, /,/) ? RSTART - 1 : length(text)
      text = substr(text, 1, digits - 3) "," substr(text, digits - 2)
    }
    print text
  }'
}

# own FIGURE: the cell of a service of this project.
own() {
  case $1 in
    '') echo '' ;;
    failed) echo '**failed**' ;;
    *) number "$1" ;;
  esac
}

# times A B: how many times B is A.
times() {
  local quotient
  quotient=$(ratio "$1" "$2" %.6f)
  awk -v q="$quotient" 'BEGIN { printf q < 1 ? "%.2f×" : q < 10 ? "%.1f×" : "%.0f×", q }'
}

# peer FIGURE JVM NATIVE: the cell of another product, with its ratio to the figures of Signet, of those that there are.
peer() {
  local cell ratios=() base
  cell=$(own "$1")
  if [[ -n $1 && $1 != failed ]]; then
    for base in "$2" "$3"; do
      [[ -z $base || $base == failed ]] || ratios+=("$(times "$1" "$base")")
    done
    case ${#ratios[@]} in
      1) cell+=" (${ratios[0]})" ;;
      2) cell+=" (${ratios[0]} / ${ratios[1]})" ;;
    esac
  fi
  echo "$cell"
}

# row TITLE LIMIT JVM NATIVE PEER...: the figures of one row, without format.
row() {
  local title=$1 limit=$2 jvm=$3 native=$4 cell line
  shift 4
  line="| $title | $(own "$jvm") | $(own "$native") |"
  for cell in "$@"; do line+=" $(peer "$cell" "$jvm" "$native") |"; done
  echo "$line $limit |" | sed 's/|  |/| |/g; s/|  |/| |/g'
}

# load_row TITLE OPERATION ALGORITHM [LIMIT]: CPU µs per request of each service and its database.
load_row() {
  local service figures=()
  for service in signet native "${PEERS[@]}"; do
    figures+=("$(figure "$2" "$service-$3" '$8 + $9')")
  done
  row "$1" "${4:-}" "${figures[@]}"
}

# figure_row TITLE NAME: medians of lines with one figure.
figure_row() {
  local service figures=()
  for service in signet native "${PEERS[@]}"; do figures+=("$(figure "$2" "$service" '$3')"); done
  row "$1" '' "${figures[@]}"
}

# limit NAME FIGURE: the cell of a limit.
limit() {
  [[ -z $2 ]] || echo "$1 $(own "$2")"
}

# table: of $RAW. Environment: PEERS (array), PEER_TITLE (map).
table() {
  local peer head="| | Signet, JVM | Signet, native |" line="|---|---|---|" figures=()
  for peer in "${PEERS[@]}"; do
    head+=" ${PEER_TITLE[$peer]} |"
    line+="---|"
  done
  echo "$head Limit |"
  echo "$line---|"
  load_row '`client_credentials` ES256, CPU µs' client-credentials ES256 "$(limit 'P-256 signature, openssl' "$(figure sign-ES256 openssl '$3')")"
  load_row '`client_credentials` RS256, CPU µs' client-credentials RS256 "$(limit 'RSA signature, openssl' "$(figure sign-RS256 openssl '$3')")"
  load_row 'JWK Set, CPU µs' jwks ES256 "$(limit 'static file, nginx' "$(figure jwks nginx '$8')")"
  load_row 'refresh ES256, CPU µs' refresh ES256
  load_row 'refresh RS256, CPU µs' refresh RS256
  load_row 'login ES256, CPU µs' login ES256
  load_row 'UserInfo ES256, CPU µs' userinfo ES256
  figure_row 'first 200, s' start-seconds
  figure_row 'first 200, CPU s' start-cpu
  figure_row 'resident after the start, MiB' start-resident
  for peer in signet native "${PEERS[@]}"; do figures+=("$(resident "$peer-ES256" "$peer-RS256")"); done
  row 'resident under load, MiB' '' "${figures[@]}"
  figure_row 'size on disk, MiB' size
}

# failures: the failed measurements, one a line.
failures() {
  awk -F '\t' 'NF > 3 && ($3 == 0 || $7 > 0) { printf "%s of %s: %d of %d responses failed\n", $1, $2, $7, $3 }' "$RAW"
}
