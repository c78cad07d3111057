# Sourced by the scripts beside it: finds a JDK and the built classes. POSIX sh; starts no process on the usual way,
# because `obsenv status` is measured against a loop of git.

OLDEST_JDK=25

fail() {
    printf '%s\n' "$@" >&2
    exit 3
}

# The major version of the JDK at $1, in $major; empty when there is none.
read_major() {
    major=
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            if [ "$key" = JAVA_VERSION ]; then
                value=${value#\"}
                major=${value%%[!0-9]*}
                return 0
            fi
        done <"$1/release"
    fi
    major=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
}

is_new_enough() {
    read_major "$1"
    [ -n "$major" ] && [ "$major" -ge "$OLDEST_JDK" ]
}

# Sets JAVA_HOME to a JDK that can run and build this: the caller's own first, then those installed, then PATH's.
find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && is_new_enough "$JAVA_HOME"; then
        return 0
    fi
    for home in /usr/lib/jvm/* /usr/java/* /opt/jdk* /opt/java/*; do
        if [ -d "$home" ] && is_new_enough "$home"; then
            JAVA_HOME=$home
            return 0
        fi
    done
    if path_java=$(command -v java); then
        home=$(readlink -f "$path_java")
        home=${home%/bin/java}
        if is_new_enough "$home"; then
            JAVA_HOME=$home
            return 0
        fi
    fi
    return 1
}

require_jdk() {
    find_jdk || fail \
        "No JDK $OLDEST_JDK or newer was found (looked at JAVA_HOME, /usr/lib/jvm and PATH)." \
        "Install one, e.g. Temurin $OLDEST_JDK from https://adoptium.net/, or set JAVA_HOME to it; then run this again."
    export JAVA_HOME
}

# Maven's own libraries make a new JDK warn about itself; that is nobody's news here.
quiet_maven() {
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow -Dstyle.color=never"
}

require_build() {
    [ -d "$project/target/classes/org/obsenv" ] && [ -d "$project/target/lib" ] || fail \
        "Nothing is built yet: $project/target/classes is missing." \
        "Run packaging/run.sh, or: mvn -B -DskipTests process-classes"
}
