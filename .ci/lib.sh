# shellcheck shell=bash
# Functions shared by .ci/run, .ci/artifacts and .ci/full: the tools they need, their steps, and the summary at the end.
# Environment: JAVA25_HOME; GRAALVM_HOME or NATIVE_IMAGE_INSTALLER (a command that installs a native-image into the folder in
# its argument).

# Holds the newest commit on which every combination passed.
FULL_PASSED=.ci/full-passed
CI_WORK=$(mktemp -d)
# Without job control a background command keeps the process id that setsid was started with.
set +m
FAILED_STEPS=()
NOT_TESTED=()
BACKGROUND=
BACKGROUND_LOG=
trap clean_up EXIT

# Surefire and Failsafe repeat a failed test once, as with_repetition does for scripts; finish names those that passed then.
RERUN=(-Dsurefire.rerunFailingTestsCount=1 -Dfailsafe.rerunFailingTestsCount=1)

clean_up() {
  local child
  for child in $(ps -o pid= --ppid $$); do kill "$child" 2>/dev/null || true; done
  if [[ -n $BACKGROUND ]]; then
    kill -- "-$BACKGROUND" 2>/dev/null || true
    echo "*** ENDED EARLY. The last lines of the background: ***"
    tail -n 80 "$BACKGROUND_LOG" 2>/dev/null || true
  fi
  rm -rf "$CI_WORK"
}

# in_background LOG COMMAND...: starts one command in a process group of its own, which ends with the script.
in_background() {
  BACKGROUND_LOG=$1
  setsid "${@:2}" >"$1" 2>&1 &
  BACKGROUND=$!
}

# await_background NAME: prints the output of the command; a failure of it counts as a failure of the step NAME.
await_background() {
  local status=0
  wait "$BACKGROUND" || status=$?
  BACKGROUND=
  tee "$CI_WORK/step-${#FAILED_STEPS[@]}" <"$BACKGROUND_LOG"
  ((status == 0)) || FAILED_STEPS+=("$1")
  adopt_summary "$BACKGROUND_LOG"
}

# run_check COMMAND...: runs a command that ends with finish, and adopts its summary.
run_check() {
  local log=$CI_WORK/step-${#FAILED_STEPS[@]}
  run "$@"
  adopt_summary "$log"
}

# adopt_summary LOG: adds the entries of the summary in the log to this summary.
adopt_summary() {
  local line
  sed -n 's/^\*\*\* FLAKY: \(.*\) \*\*\*$/\1/p' "$1" >>"$CI_WORK/flaky"
  while read -r line; do NOT_TESTED+=("$line"); done < <(sed -n 's/^\*\*\* NOT TESTED: \(.*\) \*\*\*$/\1/p' "$1")
}

step() {
  printf '\n=== %s (%s s) ===\n' "$*" "$SECONDS"
}

# run COMMAND...: continues after a failure, so that one fault does not hide the next; finish fails for all of them.
run() {
  local log=$CI_WORK/step-${#FAILED_STEPS[@]} begun=$SECONDS
  if "$@" 2>&1 | tee "$log"; then
    echo "--- $((SECONDS - begun)) s: $*"
  else
    FAILED_STEPS+=("$*")
  fi
}

# with_repetition SCRIPT...: repeats a failed script once; finish lists it as flaky if it passes then. Not for crash.sh: what was
# lost once is lost.
with_repetition() {
  "$@" && return
  echo "--- repeated: $*"
  "$@" && echo "$*" >>"$CI_WORK/flaky"
}

install_tools() {
  local missing=()
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  [[ -x /usr/bin/chromium && -x /usr/bin/chromedriver ]] || missing+=(chromium chromium-driver)
  command -v curl >/dev/null || missing+=(curl)
  command -v nginx >/dev/null || missing+=(nginx-light)
  command -v openssl >/dev/null || missing+=(openssl)
  command -v systemd-analyze >/dev/null || missing+=(systemd)
  command -v promtool >/dev/null || missing+=(prometheus)
  [[ -n $(compgen -G '/usr/lib/*/libargon2.so.1') ]] || missing+=(libargon2-1)
  [[ -e /usr/lib/apache2/modules/mod_auth_openidc.so ]] || missing+=(libapache2-mod-auth-openidc)
  /usr/bin/python3 -c 'import jwt, cryptography' 2>/dev/null || missing+=(python3-jwt python3-cryptography)
  /usr/bin/python3 -c 'import authlib, jwcrypto' 2>/dev/null || missing+=(python3-authlib python3-jwcrypto)
  /usr/bin/python3 -c 'import rest_framework_simplejwt' 2>/dev/null || missing+=(python3-djangorestframework-simplejwt)
  /usr/bin/python3 -c 'import flask, websockets' 2>/dev/null || missing+=(python3-flask python3-websockets)
  if ((${#missing[@]})); then
    step "Install ${missing[*]}"
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
  fi
  # With this variable, a test fails instead of being skipped without promtool.
  export PROMTOOL=promtool
}

find_java_25() {
  JAVA25_HOME=${JAVA25_HOME:-$(find /usr/lib/jvm -maxdepth 1 -name 'temurin-25*' | head -n 1)}
  [[ -x $JAVA25_HOME/bin/java ]] || {
    echo "no JDK 25 under /usr/lib/jvm: set JAVA25_HOME" >&2
    exit 1
  }
  export JAVA25_HOME
}

# Sets GRAALVM_HOME, to nothing where there is no native-image.
find_native_image() {
  local installer=${NATIVE_IMAGE_INSTALLER:-../shared/native/install-native-image} target
  GRAALVM_HOME=${GRAALVM_HOME:-}
  if [[ -n $GRAALVM_HOME ]]; then
    :
  elif command -v native-image >/dev/null; then
    GRAALVM_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v native-image)")")")
  elif [[ -x $installer ]]; then
    target=${XDG_CACHE_HOME:-$HOME/.cache}/signet/graalvm
    "$installer" "$target" >&2 || {
      echo "$installer failed: mend it, or set GRAALVM_HOME" >&2
      exit 1
    }
    GRAALVM_HOME=$target
  fi
  export GRAALVM_HOME
}

# native_binary FOLDER: the binary that was built in the checkout FOLDER, or nothing.
native_binary() {
  compgen -G "$1/target/signet-*-runner" || true
}

# forget_reports: removes the reports of earlier runs.
forget_reports() {
  rm -f target/{surefire,failsafe}-reports*/TEST-*.xml
}

# note_flaky_tests: remembers for finish which tests of the last Maven run failed and passed when they were repeated.
note_flaky_tests() {
  { grep -rlE '<(flakyFailure|flakyError)' target/{surefire,failsafe}-reports*/TEST-*.xml 2>/dev/null || true; } | /usr/bin/python3 -c '
import sys, xml.etree.ElementTree as tree
for report in sys.stdin.read().splitlines():
    try:
        tests = list(tree.parse(report).iter("testcase"))
    except tree.ParseError:
        print("the report " + report + " is cut off")
        continue
    for test in tests:
        if test.find("flakyFailure") is not None or test.find("flakyError") is not None:
            print(test.get("classname") + "." + test.get("name"))' >>"$CI_WORK/flaky"
}

# finish: sums up, with the last lines of each step that failed.
finish() {
  local n
  step "Done"
  [[ ! -s $CI_WORK/flaky ]] || sort -u "$CI_WORK/flaky" | sed 's/.*/*** FLAKY: & ***/'
  for n in "${!NOT_TESTED[@]}"; do
    printf '\n*** NOT TESTED: %s ***\n' "${NOT_TESTED[n]}"
  done
  for n in "${!FAILED_STEPS[@]}"; do
    printf '\n*** FAILED: %s ***\n' "${FAILED_STEPS[n]}"
    tail -n 80 "$CI_WORK/step-$n"
  done
  ((${#FAILED_STEPS[@]} == 0))
}
