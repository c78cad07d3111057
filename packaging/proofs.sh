#!/bin/sh
# The long forms of the proofs that packaging/test.sh runs in short, with their counts; as root. Ends with 1 when one
# of them misses. Words choose parts, without words all of them but fuzz:
#   kill       every verb killed at every system call that writes, its own and its programs'
#   calls      every verb meets every error at every call, once and for ever
#   switches   readers during 400 switches
#   swaps      a path's components exchanged 1,000,000 times while it is looked at
#   fuzz MIN   the parsers against new inputs, so many minutes each
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/packaging/jdk.sh"
. "$project/packaging/native.sh"

require_tools git mvn strace
require_jdk
quiet_maven
[ "$(id -u)" -eq 0 ] || fail "These proofs need root, as packaging/test.sh does. Nothing was run."
cd "$project"
mkdir -p target

missed=
# Runs one class with these settings; tells the lines that count, and on a miss the rest too.
prove() {
    name=$1
    shift
    log=target/proof-$name.log
    echo "== $name"
    began=$(date +%s)
    if mvn -B test "$@" </dev/null >"$log" 2>&1; then
        ending=held
    else
        ending="MISSED, see $project/$log"
        missed="$missed $name"
    fi
    grep -E '^(rollback|resume|sync|set-base|setup|[0-9,]+ (switches|exchanges|inputs))' "$log" || true
    echo "== $name: $ending ($(($(date +%s) - began)) s)"
}

[ $# -gt 0 ] || set -- kill calls switches swaps
while [ $# -gt 0 ]; do
    case $1 in
        kill) prove kill -Dtest=KillAtEveryWriteTest -Dobsenv.proofs.long=true ;;
        calls) prove calls -Dtest=FailingCallsTest -Dobsenv.proofs.long=true ;;
        switches) prove switches -Dtest=ReadersTest -Dobsenv.switches=400 ;;
        swaps) prove swaps -Dtest=TrustedPathTest -Dobsenv.swaps=1000000 ;;
        *) fail "usage: proofs.sh [kill] [calls] [switches] [swaps] [fuzz MINUTES]" ;;
    esac
    shift
done
[ -z "$missed" ] || fail "Missed:$missed"
