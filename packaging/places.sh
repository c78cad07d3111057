# Sourced by install.sh and uninstall.sh: what goes where, and the words that change it.

VERB_NAMES="rollback resume setup sync set-base"

destdir=
verbs=/usr/lib/obsenv
site=/etc/obsenv/site.yaml
account=obs_user
observers=obs-observers
maintainers=obs-maintainers
sudoers=/etc/sudoers.d/obsenv
log=/var/log/obsenv-sudo.log
java=

usage() {
    cat >&2 <<TEXT
usage: $1 [--destdir DIR] [--verbs DIR] [--site FILE] [--account NAME] [--observers GROUP] [--maintainers GROUP]
       [--sudoers FILE] [--log FILE] [--java FILE]
Without words: verbs $verbs, site $site, account $account, groups $observers and $maintainers,
sudoers file $sudoers, log $log. --destdir puts all of it under DIR, for making a package.
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
            --account) account=$2 ;;
            --observers) observers=$2 ;;
            --maintainers) maintainers=$2 ;;
            --sudoers) sudoers=$2 ;;
            --log) log=$2 ;;
            --java) java=$2 ;;
            *) usage "$script" ;;
        esac
        shift 2
    done
    for path in "$verbs" "$site" "$sudoers" "$log"; do
        case $path in
            /*) ;;
            *) fail "$path is not an absolute path. Nothing was changed." ;;
        esac
    done
}
