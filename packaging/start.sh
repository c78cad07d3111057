# How the program behind a verb is started. Sourced by obsenv-helper and install.sh, copied into every verb by
# install.sh: what is proven of one start holds for the other.

# Replaces the shell by a JVM in an environment of exactly what is named: start_program JAVA WORD…
start_program() {
    java=$1
    shift
    # It exchanges two names by a call that Java does not have. Said for that verb only: the others never ask for it.
    case ${verb:-} in
        adopt) set -- --enable-native-access=ALL-UNNAMED "$@" ;;
    esac
    # The YAML reader's loop over each page of a long site file is entered seldom and runs long: by the usual threshold
    # it would be interpreted for the first sixty pages.
    # No word of the JVM's own may get between the events on standard output, hence -Xlog:disable.
    exec /usr/bin/env -i LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        ${SUDO_UID:+"SUDO_UID=$SUDO_UID"} ${SUDO_GID:+"SUDO_GID=$SUDO_GID"} ${SUDO_USER:+"SUDO_USER=$SUDO_USER"} \
        "$java" \
        -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:Tier3BackEdgeThreshold=3000 -Xshare:auto \
        -XX:-UsePerfData -XX:+DisableAttachMechanism \
        -Xlog:disable -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null -Xmx512m -XX:CompressedClassSpaceSize=64m \
        "$@"
}
