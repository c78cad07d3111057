#!/bin/sh
# The long forms of the proofs that packaging/test.sh runs in short, with their counts; as root. Ends with 1 when one
# of them misses. Words choose parts; without words all of them:
#   kill       every verb killed at every system call that writes, its own and its programs'
#   calls      calls of every verb fail, with every error, once and for ever
#   switches   readers during 400 switches
#   rounds [N] two operators, the auto-pull, pushes and readers at once, verbs stopped at random; N rounds, else 1,000
#   watched [N] the same with one sync --watch as the auto-pull; N rounds, else 200
#   review     commits, tickets, counterparts and diffs against the git program, on 5,000 histories and 5,000 pairs of files
#   signoff    signoff killed, and failed with every error, at every call that writes
#   together   three consoles that write 1,000 acts each to one candidate
#   swaps      a path's components exchanged 1,000,000 times while it is looked at
#   fuzz [MIN] each parser against new inputs, so many minutes, else 5; what breaks one is put among the stored inputs
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
    grep -E '^(rollback|resume|switch|mark|csc|acknowledge|deploy|prune|adopt|sync|set-base|review-base|setup|signoff|[0-9,]+ (switches|exchanges|rounds))|^Done [0-9]+ runs' "$log" || true
    echo "== $name: $ending ($(($(date +%s) - began)) s)"
}

[ $# -gt 0 ] || set -- kill calls switches rounds watched review signoff together swaps fuzz
while [ $# -gt 0 ]; do
    case $1 in
        kill) prove kill -Dtest=KillAtEveryWriteTest,KillAskedTest -Dobsenv.proofs.long=true ;;
        calls) prove calls -Dtest=FailingCallsTest -Dobsenv.proofs.long=true ;;
        switches) prove switches -Dtest=ReadersTest -Dobsenv.switches=400 ;;
        rounds)
            rounds=${2:-}
            case $rounds in
                '' | *[!0-9]*) rounds=1000 ;;
                *) shift ;;
            esac
            prove rounds "-Dtest=RoundsTest#noRollBack*,PlantedFaultsTest,HistoryCheckerTest" "-Dobsenv.rounds=$rounds"
            ;;
        watched)
            rounds=${2:-}
            case $rounds in
                '' | *[!0-9]*) rounds=200 ;;
                *) shift ;;
            esac
            prove watched "-Dtest=RoundsTest#norBeside*" "-Dobsenv.watched=$rounds"
            ;;
        review)
            prove review -Dtest=ReviewAgreesWithGitTest,DiffAgreesWithGitTest -Dobsenv.reviews=5000 -Dobsenv.pairs=5000
            ;;
        signoff) prove signoff -Dtest=SignOffStrikesTest,PromotionStrikesTest -Dobsenv.proofs.long=true ;;
        together) prove together -Dtest=SignOffTogetherTest -Dobsenv.verbs=30 -Dobsenv.acts=1000 ;;
        fuzz)
            minutes=${2:-}
            case $minutes in
                '' | *[!0-9]*) minutes=5 ;;
                *) shift ;;
            esac
            export JAZZER_FUZZ=1
            for parser in document site list listEdit cycle request signOff ledger; do
                mkdir -p "target/fuzz/$parser"
                prove "fuzz-$parser" "-Dtest=ParsersFuzzTest#$parser" -Djazzer.hooks=true \
                    -Djazzer.internal.arg.0=fuzz "-Djazzer.internal.arg.1=-max_total_time=$((minutes * 60))" \
                    "-Djazzer.internal.arg.2=$project/target/fuzz/$parser"
            done
            unset JAZZER_FUZZ
            ;;
        swaps) prove swaps -Dtest=TrustedPathTest -Dobsenv.swaps=1000000 ;;
        *) fail "usage: proofs.sh [kill] [calls] [switches] [rounds [N]] [watched [N]] [review] [signoff] [together] [swaps] [fuzz [MINUTES]]" ;;
    esac
    shift
done
[ -z "$missed" ] || fail "Missed:$missed"
