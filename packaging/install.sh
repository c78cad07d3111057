#!/bin/sh
# Installs the privileged side: one root-owned executable per verb, the helper's jars, and the sudoers file.
# Run it as root after `mvn -B -DskipTests process-classes`; install.sh --help lists what can be put elsewhere.
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/packaging/jdk.sh"
. "$project/packaging/places.sh"
. "$project/packaging/start.sh"
. "$project/packaging/archive.sh"
read_places install.sh "$@"
umask 022

[ -n "$destdir" ] || [ "$(id -u)" -eq 0 ] || fail "install.sh must be run by root. Nothing was changed."
require_build
helper=$(ls "$project"/target/obsenv-*-helper.jar 2>/dev/null | head -n 1)
[ -n "$helper" ] || fail "The helper's jar is not built. Run: mvn -B -DskipTests process-classes"
if [ -z "$java" ]; then
    require_jdk
    java=$(readlink -f "$JAVA_HOME/bin/java")
fi
if [ "$password" = ask ]; then
    require_jdk
    window=$(ls "$project"/target/obsenv-*-askpass.jar 2>/dev/null | head -n 1)
    [ -n "$window" ] || fail "The window's jar is not built. Run: mvn -B -DskipTests process-classes"
fi

# Whoever can change a component of these paths can become the account, so root alone may.
require_roots_own() {
    part=$1
    while :; do
        [ ! -L "$part" ] || fail "$part is a symbolic link; name the real path. Nothing was changed."
        if [ -e "$part" ]; then
            set -- $(stat -c '%u %a' "$part")
            [ "$1" -eq 0 ] || fail "$part does not belong to root, so its owner could replace what sudo runs. Nothing was changed."
            [ $((0$2 & 022)) -eq 0 ] || fail "$part may be written by others than root (mode $2). Nothing was changed."
        fi
        [ "$part" != / ] || return 0
        part=$(dirname "$part")
    done
}

if [ -z "$destdir" ]; then
    require_roots_own "$java"
    require_roots_own "$verbs"
    require_roots_own "$(dirname "$sudoers")"
    for name in "$account" "$ledger"; do
        getent passwd "$name" >/dev/null ||
            fail "There is no account $name. Nothing was changed. Make it: useradd --system --shell /usr/sbin/nologin $name"
    done
    [ "$account" != "$ledger" ] ||
        fail "$account cannot be both: whoever keeps the environment could sign in anybody's stead. Nothing was changed."
    for group in "$observers" "$maintainers" "$signers"; do
        getent group "$group" >/dev/null ||
            fail "There is no group $group. Nothing was changed. Make it: groupadd --system $group"
    done
fi

work=$(TMPDIR=/tmp mktemp -d)
trap 'rm -rf "$work"' EXIT
# Cmnd_Alias names are shared by all of sudoers, so a second installation beside this one needs its own.
prefix=$(basename "$sudoers" | tr 'a-z-' 'A-Z_' | tr -cd 'A-Z0-9_')
nopasswd="NOPASSWD: "
asking="# No password is asked for."
if [ "$password" = ask ]; then
    nopasswd=
    # A signature is an act of its own: what was typed for another, at a workstation that many share, is not for it.
    asking="Defaults!${prefix}_SIGNING timestamp_timeout=0, passprompt_override, lecture=never"
fi
# fill TEMPLATE VERB ACCOUNT WORDS
fill() {
    sed -e "s|@VERB@|${2:-}|g" -e "s|@VERBS@|$verbs|g" -e "s|@SITE@|$site|g" -e "s|@JAVA@|$java|g" \
        -e "s|@ACCOUNT@|${3:-$account}|g" -e "s|@OBSERVERS@|$observers|g" -e "s|@MAINTAINERS@|$maintainers|g" \
        -e "s|@LEDGER@|$ledger|g" -e "s|@SIGNERS@|$signers|g" -e "s|@NOPASSWD@|$nopasswd|g" \
        -e "s|@ASKING@|$asking|g" -e "s|@ROOT@|$root|g" -e "s|@WORDS@|${4:-${2:-}}|g" \
        -e "s|@LOG@|$log|g" -e "s|@PREFIX@|$prefix|g" \
        -e "/^@GUARD@\$/r $project/packaging/guard.sh" -e "/^@GUARD@\$/d" \
        -e "/^@START@\$/r $project/packaging/start.sh" -e "/^@START@\$/d" "$project/packaging/$1"
}

fill sudoers.in >"$work/sudoers"
if command -v visudo >/dev/null; then
    visudo -c -q -f "$work/sudoers" || fail "The sudoers file is not valid. Nothing was changed. See: visudo -c -f packaging/sudoers.in"
elif [ -z "$destdir" ]; then
    fail "visudo is missing, so the sudoers file cannot be checked. Nothing was changed. Install sudo."
fi

install -d -m 0755 "$destdir$verbs" "$destdir$verbs/lib" "$destdir$(dirname "$sudoers")"
install -m 0644 "$helper" "$destdir$verbs/lib/obsenv-helper.jar"
install -m 0644 "$project"/target/lib/snakeyaml-*.jar "$destdir$verbs/lib/snakeyaml.jar"
for verb in $VERB_NAMES; do
    fill verb.in "$verb" >"$work/$verb"
    install -m 0755 "$work/$verb" "$destdir$verbs/$verb"
done
fill verb.in "$LEDGER_VERB" "$ledger" >"$work/$LEDGER_VERB"
install -m 0755 "$work/$LEDGER_VERB" "$destdir$verbs/$LEDGER_VERB"
# In no sudoers file: the account itself starts it, where there is no systemd.
fill verb.in sync-watch "$account" "sync --watch" | sed "s|sudo -u $account |runuser -u $account -- |" >"$work/sync-watch"
install -m 0755 "$work/sync-watch" "$destdir$verbs/sync-watch"
# The window that asks runs as whoever signs. Its toolkit would unpack its libraries where she, or in /tmp anybody, may
# write, and finds them beside its jars first.
rm -rf "$destdir$verbs/askpass" "$destdir$verbs/lib/askpass"
if [ "$password" = ask ]; then
    install -d -m 0755 "$destdir$verbs/lib/askpass"
    install -m 0644 "$window" "$destdir$verbs/lib/askpass/obsenv-askpass.jar"
    for jar in javafx-base javafx-graphics javafx-controls atlantafx-base ikonli-core ikonli-javafx ikonli-feather-pack; do
        install -m 0644 "$project"/target/lib/$jar-[0-9]*.jar "$destdir$verbs/lib/askpass/"
    done
    mkdir "$work/libraries"
    (cd "$work/libraries" && "$JAVA_HOME/bin/jar" -x -f "$project"/target/lib/javafx-graphics-*-linux*.jar)
    install -m 0644 "$work"/libraries/*.so "$destdir$verbs/lib/askpass/"
    fill askpass.in >"$work/askpass"
    install -m 0755 "$work/askpass" "$destdir$verbs/askpass"
fi
# The store itself, empty; the verb makes its key and what else is in it at its first run.
if [ -z "$destdir" ] && [ ! -e "$store" ]; then
    install -d -m 0755 "$(dirname "$store")"
    install -d -m 0755 -o "$ledger" -g "$(id -g "$ledger")" "$store"
fi
# Of a package's tree the jars are not yet where they will be, so no archive would fit them.
jars=$verbs/lib/obsenv-helper.jar:$verbs/lib/snakeyaml.jar
archive=$verbs/lib/obsenv-helper.jsa
rm -f "$destdir$archive"
if [ -z "$destdir" ] && ! make_archive "$java" "$jars" "$archive" "$work/training"; then
    rm -f "$archive"
    echo "The archive of classes could not be made; the verbs work without it and start more slowly." >&2
fi
# A convenience: without it everything works, with more typing.
if LC_ALL=C.UTF-8 "$java" -XX:+UseSerialGC -XX:-UsePerfData -cp "$project/target/classes:$project/target/lib/*" \
    org.obsenv.app.Main completion >"$work/completion" 2>/dev/null && [ -s "$work/completion" ]; then
    install -d -m 0755 "$destdir$completions"
    install -m 0644 "$work/completion" "$destdir$completions/obsenv"
else
    echo "The completion for bash could not be made; everything works without it." >&2
fi
install -d -m 0755 "$destdir$units"
for unit in $UNITS; do
    fill "$unit.in" >"$work/$unit"
    install -m 0644 "$work/$unit" "$destdir$units/$unit"
done
# Last, and by rename: who is allowed something finds it there.
install -m 0440 "$work/sudoers" "$destdir$sudoers.new~"
mv "$destdir$sudoers.new~" "$destdir$sudoers"
echo "Installed the verbs in $destdir$verbs, $destdir$sudoers, and the units $UNITS in $destdir$units."
[ -n "$destdir" ] || [ -e "$site" ] || echo "Next: write $site (docs/site-file.md), then run: sudo -u $account $verbs/setup"
[ -n "$destdir" ] || echo "The auto-pull: systemctl daemon-reload && systemctl enable --now obsenv-sync.timer" \
    "(without systemd, as root: runuser -u $account -- $verbs/sync-watch)"
