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
unpack_registry "$project/target/tools"

echo "JDK $major: $JAVA_HOME"
cd "$project"
if [ "$(id -u)" -eq 0 ]; then
    exec mvn -B verify "$@" </dev/null
fi
if ! command -v sudo >/dev/null; then
    echo "Neither root nor sudo is here: the tests that make accounts and mounts are left out. For all: run this as root." >&2
    exec mvn -B -DexcludedGroups=root verify "$@" </dev/null
fi
# Tests make accounts, sudoers files and mounts, and none of them is left out: Maven itself runs as root, on the
# caller's own repository, and what it made is handed back.
code=0
repository=$HOME/.m2/repository
mkdir -p target "$repository"
sudo env PATH="$PATH" JAVA_HOME="$JAVA_HOME" MAVEN_OPTS="$MAVEN_OPTS" \
    mvn -B "-Dmaven.repo.local=$repository" verify "$@" </dev/null || code=$?
sudo chown -R "$(id -u):$(id -g)" target "$repository"
exit "$code"
