#!/bin/sh
# Removes what install.sh put in place; takes the same words. The site file, the environment, its journal, the
# sign-offs and the log of sudo stay.
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
. "$project/packaging/jdk.sh"
. "$project/packaging/places.sh"
read_places uninstall.sh "$@"
[ -n "$destdir" ] || [ "$(id -u)" -eq 0 ] || fail "uninstall.sh must be run by root. Nothing was changed."

# A timer that is left would start a program that is gone, every 20 s.
if [ -z "$destdir" ] && [ -d /run/systemd/system ] && [ -e "$units/obsenv-sync.timer" ]; then
    systemctl disable --now obsenv-sync.timer || true
fi
for unit in $UNITS; do
    rm -f "$destdir$units/$unit"
done
# First the permission, then what it permits.
rm -f "$destdir$sudoers"
for verb in $VERB_NAMES "$LEDGER_VERB" sync-watch; do
    rm -f "$destdir$verbs/$verb"
done
rm -f "$destdir$completions/obsenv"
rm -rf "$destdir$verbs/askpass" "$destdir$verbs/lib/askpass"
rm -f "$destdir$verbs/lib/obsenv-helper.jar" "$destdir$verbs/lib/snakeyaml.jar" \
    "$destdir$verbs/lib/obsenv-helper.jsa"
for directory in "$destdir$verbs/lib" "$destdir$verbs"; do
    [ ! -d "$directory" ] || rmdir --ignore-fail-on-non-empty "$directory"
done
echo "Removed $destdir$sudoers and the verbs in $destdir$verbs."
