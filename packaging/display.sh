# Sourced by run.sh and screenshots.sh: whether a window can be shown here, and a virtual screen where it cannot.

# True when there is an X display. JavaFX speaks X11 and no Wayland: a session that has only that is told so.
has_display() {
    [ -z "${DISPLAY:-}" ] || return 0
    [ -z "${WAYLAND_DISPLAY:-}" ] || printf '%s\n' \
        "This session has Wayland only (WAYLAND_DISPLAY=$WAYLAND_DISPLAY, DISPLAY is not set), and JavaFX needs X11." \
        "To open the window, start XWayland (package xwayland; most desktops start it by themselves) and set DISPLAY." \
        "Without it there is no window here." >&2
    return 1
}

# Starts a virtual screen of the size $1 (WIDTHxHEIGHT), sets DISPLAY to it, and ends it with this script.
start_virtual_screen() {
    pipe=$(mktemp -u)
    mkfifo "$pipe"
    Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp 3>"$pipe" 2>/dev/null &
    xvfb=$!
    trap 'kill "$xvfb" 2>/dev/null; rm -f "$pipe"' EXIT
    read -r number <"$pipe" || fail "Xvfb did not start, so there is no picture. Run 'Xvfb :99' to see why."
    export DISPLAY=":$number"
}
