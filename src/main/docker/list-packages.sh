#!/bin/sh
# Prints name, version, architecture, source package and distribution of installed Debian packages, one a line: list-packages.sh PACKAGE...
set -eu
. /etc/os-release
dpkg-query -W -f="\${Package} \${Version} \${Architecture} \${source:Package} $ID $VERSION_ID\n" "$@"
