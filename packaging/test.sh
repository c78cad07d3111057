#!/bin/sh
# All tests, after all set-up: needs git, Maven and a JDK 25, and root or sudo to install what is missing.
# Further words are passed on to Maven, e.g.: packaging/test.sh -Dtest=SiteFileTest
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/packaging/jdk.sh"
. "$project/packaging/native.sh"

require_tools git mvn
require_jdk
quiet_maven
# shellcheck disable=SC2086 # one word per package
install_missing $GUI_PACKAGES $DISPLAY_PACKAGES $TEST_PACKAGES

echo "JDK $major: $JAVA_HOME"
cd "$project"
if [ "$(id -u)" -ne 0 ]; then
    echo "You are not root: the tests that make accounts and run the real sudo are left out. For all: run this as root." >&2
    set -- -DexcludedGroups=root "$@"
fi
exec mvn -B verify "$@" </dev/null
