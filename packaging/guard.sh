# What a caller passes on through sudo and a program cannot defend itself against, because it strikes before the
# program's first line. Sourced by obsenv-helper, copied into every verb by install.sh; needs $verb. Starts no process.
unset IFS

# Java gives a file it opens the lowest free number: with a closed standard output that would be the caller's, and a
# line meant for the caller would be written into the file.
[ -L /proc/self/fd/0 ] || exec </dev/null
[ -L /proc/self/fd/1 ] || exec >/dev/null
[ -L /proc/self/fd/2 ] || exec 2>/dev/null

if [ -t 0 ]; then
    asked=terminal
else
    asked=console
fi

# Refuses by name, in the form of the outcome that a console reads, or in words at a terminal.
refuse_limit() {
    if [ "$asked" = terminal ]; then
        echo "The session that asked has too low a limit of $1 to act safely: it is $2, $3 is needed."
        echo "Nothing was changed."
        echo "Log in anew, or raise it with ulimit, and ask again from there."
    else
        printf 'event: refused\nrefusal: limit-too-low\nfacts: {limit: "%s", saw: "%s", needed: "%s"}\n...\n' "$@"
    fi
    exit 1
}

require_limit() {
    case $2 in
        # More digits than the shell can count with are more than anybody needs.
        unlimited | ???????????????????*) ;;
        *) [ "$2" -ge "$3" ] || refuse_limit "$1" "$2" "$3" ;;
    esac
}

# Below these the program dies half-way or does not start at all. A build writes packs and runs git; a switch does not.
case $verb in
    rollback | resume | switch | mark | csc | acknowledge | review-base | signoff) cpu=30 size=67108864 ;;
    *) cpu=3600 size=4294967296 ;;
esac
while read -r first second third fourth fifth _; do
    case "$first $second $third" in
        "Max cpu time") require_limit "cpu time" "$fourth" "$cpu" ;;
        "Max file size") require_limit "file size" "$fourth" "$size" ;;
        "Max data size") require_limit "data size" "$fourth" 1073741824 ;;
        "Max stack size") require_limit "stack size" "$fourth" 1048576 ;;
        "Max open files") require_limit "open files" "$fourth" 256 ;;
        "Max address space") require_limit "address space" "$fourth" 2147483648 ;;
        "Max processes "*) require_limit "processes" "$third" 256 ;;
    esac
done </proc/self/limits

# Ctrl-C and Ctrl-Z reach every process in front of a terminal, and a line that breaks the whole session. What is
# ignored here stays ignored in the program: a switch takes less than a second, and whoever leaves early must not have
# left it unclear. A build takes minutes and may be broken off: nothing is left of it.
case $verb in
    rollback | resume | switch | mark | csc | acknowledge | review-base | signoff) trap '' HUP INT QUIT TSTP ;;
esac

umask 022
cd /
