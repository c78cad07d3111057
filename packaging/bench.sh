#!/bin/sh
# Measures what docs/performance.md promises, against the git program and against C, in one run. Takes some minutes;
# the packages it measures are made once and kept under target/bench. Words choose parts: clones ticks status rollback
# builds diffs readers.
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/packaging/jdk.sh"
. "$project/packaging/native.sh"
. "$project/packaging/display.sh"
require_tools git mvn cc
require_jdk
quiet_maven
# shellcheck disable=SC2086 # one word per package
install_missing $GUI_PACKAGES $DISPLAY_PACKAGES
cd "$project"
mkdir -p target
mvn -B -DskipTests test-compile >target/build.log 2>&1 </dev/null ||
    fail "The build failed, so nothing was measured. The whole log: target/build.log"

cpu=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1)
memory=$(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo)
echo "Measured $(date -u +%Y-%m-%d) on ${cpu:-an unnamed CPU}, $(nproc) cores, $((memory / 1024 / 1024)) GiB," \
    "Linux $(uname -r), $(stat -f -c %T target), $(git --version), Java $("$JAVA_HOME/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')."
echo
# The diffs are painted in a window.
start_virtual_screen 1600x1000
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Dprism.order=sw \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "target/test-classes:target/classes:target/lib/*" org.obsenv.bench.Main target/bench "$@"
