# Sourced by install.sh: makes the class-data archive of an installed helper, so that a verb starts in half the time.
# It belongs to root as the jars do; a JVM takes it only with these very jars and the Java that made it.

# The archive holds what a real roll back loads: one is run on an environment without packages, under $1.
training_site() {
    inner=$1/env/.obsenv
    mkdir -p "$inner/generations/000001" "$inner/journal" "$inner/ready"
    mkdir -m 0700 "$inner/locks"
    manifest=$inner/generations/000001/manifest.yaml
    nothing=$(printf '' | sha256sum | cut -d ' ' -f 1)
    printf 'generation: "000001"\nmade: "2026-01-01T00:00:00Z"\nwhy: setup\nby: root\nchoice: "%s"\n---\npackages: {}\n' \
        "$nothing" >"$manifest"
    printf 'digest: %s\n' "$(sha256sum <"$manifest" | cut -d ' ' -f 1)" >>"$manifest"
    ln -s generations/000001 "$inner/base"
    ln -s generations/000001 "$inner/deploy"
    ln -s deploy "$inner/current"
    echo '{}' >"$1/list.yaml"
    printf 'verb: rollback\n...\n' >"$1/request"
    cat >"$1/site.yaml" <<SITE
name: training
tier: dev
zone: UTC
environment: {root: $1/env, base: $1/list.yaml}
helper: {launch: [], verbs: $1}
packages: [{name: none, remote: "file:///none"}]
SITE
}

# make_archive JAVA CLASSPATH ARCHIVE DIRECTORY: false when there is none afterwards.
make_archive() {
    rm -f "$3"
    training_site "$4"
    (
        cd /
        unset SUDO_UID SUDO_GID SUDO_USER
        start_program "$1" -XX:ArchiveClassesAtExit="$3" -cp "$2" \
            org.obsenv.helper.Main rollback --site "$4/site.yaml"
    ) <"$4/request" >/dev/null 2>&1 || return 1
    [ "$(readlink "$4/env/.obsenv/current")" = generations/000001 ] && [ -s "$3" ] && chmod 0644 "$3"
}
