#!/usr/bin/env bash
# Adds libraries of a Linux distribution to a CycloneDX SBOM: add-to-sbom.sh SBOM PACKAGES. The file PACKAGES has a line for each,
# as list-packages.sh prints it.
set -euo pipefail
sbom=$1 packages=$2

# For scanners, the package URL names the source package and the distribution, whose advisories apply.
components=$(while read -r name version architecture source distribution release; do
  purl="pkg:deb/$distribution/$name@${version//+/%2B}?arch=$architecture&distro=$distribution-$release&upstream=$source"
  printf '    {"type": "library", "bom-ref": "%s", "name": "%s", "version": "%s", "purl": "%s"},\n' "$purl" "$name" "$version" "$purl"
done <"$packages")
[[ -n $components ]] || { echo "$packages names no package" >&2; exit 1; }

# The list of the document itself is indented by two spaces; the list of the tools that wrote it is deeper.
[[ $(grep -c '^  "components" : \[$' "$sbom") == 1 ]] || { echo "$sbom has no list of components" >&2; exit 1; }
written=$(mktemp)
awk -v components="$components" '{ print } $0 == "  \"components\" : [" { print components }' "$sbom" >"$written"
cat "$written" >"$sbom"
rm "$written"
