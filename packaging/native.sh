# Sourced by run.sh and test.sh: installs the native packages that are missing, and only those. On other systems than
# Debian and its kin the missing pieces are named instead.

GUI_PACKAGES="libgtk-3-0 libxtst6 libgl1 libxxf86vm1 libpangoft2-1.0-0 fonts-dejavu-core"
DISPLAY_PACKAGES="xvfb"
# sshd for remotes by ssh (PATH may lack its directory), systemd for systemd-analyze; neither is started as a service.
TEST_PACKAGES="sudo strace openssh-server systemd"

# Newer Debian releases carry some libraries under a name with t64 at its end.
is_installed() {
    for name in "$1" "$1t64"; do
        status=$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) || continue
        [ "$status" = installed ] && return 0
    done
    return 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# The words of the tools that are not on PATH.
require_tools() {
    absent=
    for tool in "$@"; do
        command -v "$tool" >/dev/null || absent="$absent $tool"
    done
    [ -z "$absent" ] || fail "Missing on this machine:$absent. Install it and run this again."
}

# Elsewhere than Debian nobody can say which package holds a library, so the library itself is looked for.
name_missing_pieces() {
    absent=
    for piece in "$@"; do
        case $piece in
            sudo | strace) command -v "$piece" >/dev/null || absent="$absent $piece" ;;
            openssh-server) [ -x /usr/sbin/sshd ] || absent="$absent sshd" ;;
            systemd) command -v systemd-analyze >/dev/null || absent="$absent systemd-analyze" ;;
            xvfb) command -v Xvfb >/dev/null || absent="$absent Xvfb" ;;
            libgtk-3-0) has_library libgtk-3.so.0 || absent="$absent libgtk-3.so.0" ;;
            libxtst6) has_library libXtst.so.6 || absent="$absent libXtst.so.6" ;;
            libgl1) has_library libGL.so.1 || absent="$absent libGL.so.1" ;;
            libxxf86vm1) has_library libXxf86vm.so.1 || absent="$absent libXxf86vm.so.1" ;;
            libpangoft2-1.0-0) has_library libpangoft2-1.0.so.0 || absent="$absent libpangoft2-1.0.so.0" ;;
            fonts-dejavu-core) fc-list 2>/dev/null | grep -q . || absent="$absent a-TrueType-font-(DejaVu)" ;;
        esac
    done
    [ -z "$absent" ] || fail \
        "This is not a Debian-like system, so nothing is installed by itself. Missing:$absent" \
        "Install what provides them and run this again."
}

has_library() {
    PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep -qF "$1 "
}

install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        name_missing_pieces "$@"
        return 0
    fi
    missing=
    for package in "$@"; do
        is_installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        fail "Packages are missing:$missing" \
            "Neither root nor sudo is here to install them. As root: apt-get install$missing"
    fi
    echo "Installing:$missing"
    # A package list may be older than the archive, hence the update; it is skipped when nothing is missing.
    as_root apt-get -q update </dev/null || echo "apt-get update failed; going on with the package list that is here." >&2
    # shellcheck disable=SC2086 # one word per package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends $missing </dev/null ||
        fail "apt-get could not install:$missing" "Install them by hand and run this again."
}

# A registry for the tests: its package unpacked under $1, not installed, or a service would be started on the machine.
unpack_registry() {
    if [ -x /usr/bin/docker-registry ] || [ -x "$1/usr/bin/docker-registry" ]; then
        return 0
    fi
    command -v dpkg-deb >/dev/null && command -v apt-get >/dev/null ||
        fail "This is not a Debian-like system, so nothing is installed by itself. Missing: docker-registry" \
            "Install the distribution project's registry as /usr/bin/docker-registry and run this again."
    mkdir -p "$1"
    echo "Unpacking docker-registry in $1"
    (cd "$1" && apt-get -q download docker-registry) </dev/null >"$1/log" 2>&1 || {
        as_root apt-get -q update </dev/null || true
        (cd "$1" && apt-get -q download docker-registry) </dev/null ||
            fail "apt-get could not download docker-registry." "Install it by hand and run this again."
    }
    dpkg-deb -x "$1"/docker-registry_*.deb "$1"
}
