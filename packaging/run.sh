#!/bin/sh
# Opens the console on the demo site: real git remotes and an environment of eight packages under target/demo, built
# once. Without a display it prints the verdict and the table, saves target/console.png and ends.
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/packaging/jdk.sh"
. "$project/packaging/native.sh"
. "$project/packaging/display.sh"

require_tools git mvn
require_jdk
quiet_maven
window=
has_display && window=yes
# shellcheck disable=SC2086 # one word per package
if [ -n "$window" ]; then
    install_missing $GUI_PACKAGES
else
    install_missing $GUI_PACKAGES $DISPLAY_PACKAGES
fi
cd "$project"

built=target/run-built
if [ ! -e "$built" ] || [ -n "$(find pom.xml src/main assets -newer "$built" -print 2>/dev/null | head -n 1)" ]; then
    echo "Building (the first time takes minutes: Maven fetches the libraries) …"
    mkdir -p target
    mvn -B -DskipTests process-classes >target/build.log 2>&1 </dev/null || {
        grep -E '^\[(ERROR|FATAL)' target/build.log >&2 || cat target/build.log >&2
        fail "The build failed, so nothing was started. The whole log: target/build.log"
    }
    touch "$built"
fi

site=target/demo/site.yaml
java_demo() {
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "target/classes:target/lib/*" "$@"
}
[ -e "$site" ] || echo "Making the demo site under target/demo …"
java_demo org.obsenv.demo.Main target/demo packaging/obsenv-helper

if [ -n "$window" ]; then
    exec packaging/obsenv-console --site "$site" --demo target/demo
fi

# 1 and 2 say that packages differ or are unknown; here that is the point of the demo.
packaging/obsenv status --site "$site" || [ $? -le 2 ]

start_virtual_screen 1600x1000
OBSENV_CONSOLE_OPTIONS=-Dprism.order=sw \
    packaging/obsenv-console --site "$site" --demo target/demo --snapshot target/console.png
echo "Saved target/console.png"
