#!/bin/sh
# Takes pictures of the running console on a demo site: every state, theme and size, and the main states at 200 %, in a
# real window. What is photographed is in src/test/java/org/obsenv/app, in the classes whose names end in Scenes.
#   packaging/screenshots.sh [DIRECTORY [PART…]]     e.g. packaging/screenshots.sh target/screenshots dark 1600
# Without a directory they go to target/screenshots; PARTs narrow them to names that hold all of these, where 'csc|deploy'
# stands for one of several.
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/packaging/jdk.sh"
. "$project/packaging/native.sh"
. "$project/packaging/display.sh"

require_tools git mvn
require_jdk
quiet_maven
# Always on a virtual screen of its own: it is as large as the largest picture, and nobody's pointer is in the way.
# shellcheck disable=SC2086 # one word per package
install_missing $GUI_PACKAGES $DISPLAY_PACKAGES
directory=${1:-target/screenshots}
[ $# -eq 0 ] || shift
cd "$project"
mkdir -p target
mvn -B -q -DskipTests test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/test-classpath -Dmdep.includeScope=test >target/screenshots.log 2>&1 </dev/null || {
    cat target/screenshots.log >&2
    fail "The build failed, so no picture was taken."
}
# Monocle is the toolkit of the tests, which has no screen; it must not be found here.
libraries=$(tr ':' '\n' <target/test-classpath | grep -v openjfx-monocle | paste -sd:)

stage=$project/target/pictures
demo=$stage/demo
private=
if [ "$(id -u)" -eq 0 ] && [ -d /srv ] && unshare --mount true 2>/dev/null; then
    # As root, in a mount namespace of its own: there the demo is /srv, and this account has an observer's name.
    demo=/srv
    private='mount --bind "$0/demo" /srv && mount --bind "$0/passwd" /etc/passwd && exec "$@"'
fi

# A demo of its own, made anew: what goes wrong in the pictures goes wrong there.
set_stage() {
    [ ! -d "$stage" ] || chmod -R u+w "$stage"
    rm -rf "$stage"
    mkdir -p "$stage/demo" "$stage/programs"
    { echo "obs1:x:0:0::/srv/home:/bin/sh"; cat /etc/passwd; } >"$stage/passwd"
}

on_stage() {
    if [ -n "$private" ]; then
        unshare --mount sh -c "$private" "$stage" "$@"
    else
        "$@"
    fi
}

# $1: which states; $2: end of the names; $3: scale; then the parts of names.
take() {
    states=$1 suffix=$2 scale=$3
    shift 3
    set_stage
    PATH="$stage/programs:$PATH" on_stage "$JAVA_HOME/bin/java" -Dprism.order=sw "-Dglass.gtk.uiScale=$scale" \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -cp "target/test-classes:target/classes:$libraries" \
        org.obsenv.app.Screenshots "$demo" "$stage/programs" "$directory" "$states" "$suffix" "$@"
}

start_virtual_screen 3840x2400
take all "" 1 "$@"
take main -200 2 1280x720 "$@"
echo "Saved the pictures in $directory"
