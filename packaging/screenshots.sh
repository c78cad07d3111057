#!/bin/sh
# Takes pictures of the running console: every state, theme and size, in a real window.
#   packaging/screenshots.sh [DIRECTORY [PART…]]     e.g. packaging/screenshots.sh target/screenshots dark 1600
# Without a directory they go to target/screenshots; PARTs narrow them to names that hold all of these.
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/packaging/jdk.sh"
. "$project/packaging/native.sh"
. "$project/packaging/display.sh"

require_tools mvn
require_jdk
quiet_maven
# Always on a virtual screen of its own: it is as large as the largest picture, and nobody's pointer is in the way.
# shellcheck disable=SC2086 # one word per package
install_missing $GUI_PACKAGES $DISPLAY_PACKAGES
directory=${1:-target/screenshots}
[ $# -eq 0 ] || shift
cd "$project"
mvn -B -q -DskipTests test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/test-classpath -Dmdep.includeScope=test >target/screenshots.log 2>&1 </dev/null || {
    cat target/screenshots.log >&2
    fail "The build failed, so no picture was taken."
}
# Monocle is the toolkit of the tests, which has no screen; it must not be found here.
libraries=$(tr ':' '\n' <target/test-classpath | grep -v openjfx-monocle | paste -sd:)

start_virtual_screen 3840x2400
"$JAVA_HOME/bin/java" -Dprism.order=sw --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -cp "target/test-classes:target/classes:$libraries" \
    org.obsenv.console.Screenshots "$directory" "$@"
echo "Saved the pictures in $directory"
