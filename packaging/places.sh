# Sourced by install.sh and uninstall.sh: what goes where, and the words that change it.

VERB_NAMES="rollback resume switch mark deploy csc acknowledge prune adopt setup sync set-base review-base"
# Runs as another account, so that who keeps the environment cannot sign in anybody's stead.
LEDGER_VERB=signoff
# The auto-pull by a timer; where there is no systemd, the program sync-watch beside the verbs.
UNITS="obsenv-sync.service obsenv-sync.timer"

destdir=
verbs=/usr/lib/obsenv
site=/etc/obsenv/site.yaml
root=/opt/obs_env
units=/etc/systemd/system
account=obs_user
observers=obs-observers
maintainers=obs-maintainers
ledger=obs_ledger
signers=obs-signers
store=/var/lib/obsenv/ledger
password=never
sudoers=/etc/sudoers.d/obsenv
log=/var/log/obsenv-sudo.log
completions=/usr/share/bash-completion/completions
java=

usage() {
    cat >&2 <<TEXT
usage: $1 [--destdir DIR] [--verbs DIR] [--site FILE] [--account NAME] [--observers GROUP] [--maintainers GROUP]
       [--ledger NAME] [--signers GROUP] [--store DIR] [--password never|ask] [--root DIR] [--units DIR]
       [--sudoers FILE] [--log FILE] [--java FILE] [--completions DIR]
Without words: verbs $verbs, site $site, account $account, groups $observers and $maintainers,
the sign-offs' account $ledger, group $signers and store $store, no password at signing,
sudoers file $sudoers, log $log, bash's completion in $completions; the auto-pull's units in $units, which may write
$root alone: the root that the site file names. --destdir puts all of it under DIR, for making a package.
TEXT
    exit 3
}

read_places() {
    script=$1
    shift
    while [ $# -gt 0 ]; do
        [ $# -ge 2 ] || usage "$script"
        # What ends in a sudoers file or a script must not need quoting there.
        case $2 in
            *[!A-Za-z0-9_./-]*) fail "$1 $2: only letters, digits and _ . / - are possible here. Nothing was changed." ;;
        esac
        case $1 in
            --destdir) destdir=$2 ;;
            --verbs) verbs=$2 ;;
            --site) site=$2 ;;
            --root) root=$2 ;;
            --units) units=$2 ;;
            --account) account=$2 ;;
            --observers) observers=$2 ;;
            --maintainers) maintainers=$2 ;;
            --ledger) ledger=$2 ;;
            --signers) signers=$2 ;;
            --store) store=$2 ;;
            --password) password=$2 ;;
            --sudoers) sudoers=$2 ;;
            --log) log=$2 ;;
            --java) java=$2 ;;
            --completions) completions=$2 ;;
            *) usage "$script" ;;
        esac
        shift 2
    done
    case $password in
        never | ask) ;;
        *) usage "$script" ;;
    esac
    for path in "$verbs" "$site" "$sudoers" "$log" "$store" "$completions" "$root" "$units"; do
        case $path in
            /*) ;;
            *) fail "$path is not an absolute path. Nothing was changed." ;;
        esac
    done
}
