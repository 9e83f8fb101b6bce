# shellcheck shell=bash
# Spring Authorization Server with its state in memory. See comparison.sh.

SPRING_SOURCES=$PEERS_FOLDER/spring-authorization-server
SPRING_BOOT_VERSION=$(sed -nE '/<parent>/,/<\/parent>/ s/.*<version>(.*)<\/version>.*/\1/p' "$SPRING_SOURCES/pom.xml")
SPRING=$CACHE/spring-boot-$SPRING_BOOT_VERSION
PEER_TITLE[spring]="Spring Authorization Server (Boot $SPRING_BOOT_VERSION), in memory"
JWKS_PATH[spring]=/oauth2/jwks
TOKEN_PATH[spring]=/oauth2/token
PEER_OPERATIONS[spring]='client-credentials jwks'

spring_install() {
  maven -f "$SPRING_SOURCES/pom.xml" package -DskipTests -Dbuilt="$SPRING" ||
    fail "Spring Authorization Server could not be built: see above, or leave spring out of PEERS"
}

spring_prepare() {
  IN_MEMORY[spring-ES256]=1
  IN_MEMORY[spring-RS256]=1
}

spring_command() {
  COMMAND=("$JAVA" -Xmx1g -jar "$SPRING/spring-authorization-server-1.jar" --server.port="$1" --benchmark.secret="$SECRET")
}

spring_files() {
  echo "$SPRING/spring-authorization-server-1.jar"
}
