# shellcheck shell=bash
# Statistics over numbers, one a line. Sourced by the scripts that print tables.

median() {
  sort -n | awk 'NF { v[n++] = $1 } END { if (n) print n % 2 ? v[(n - 1) / 2] : (v[n / 2 - 1] + v[n / 2]) / 2 }'
}

greatest() {
  sort -n | awk 'NF { last = $1 } END { print last }'
}

# ratio A B [FORMAT]: A divided by B.
ratio() {
  awk -v a="$1" -v b="$2" -v format="${3:-%.2f}" 'BEGIN { printf format, a / b }'
}
