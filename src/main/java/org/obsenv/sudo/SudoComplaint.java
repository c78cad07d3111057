package org.obsenv.sudo;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the complaints of a verb's starter mean when no outcome came, in sudo 1.9's and OpenSSH's own words (C locale).
 * All lines count: a host name that does not resolve, ssh's banner or a missing locale is told before the line that
 * says what happened.
 *
 * @param line the line that says so; where none does, the last one, or empty when nothing was said
 */
record SudoComplaint(Meaning meaning, Optional<String> line) {
    /** What may be taken from it. */
    enum Meaning {
        /** sudo does not allow it to this person. */
        NOT_PERMITTED,
        /** It asked for the password and got none. */
        NO_PASSWORD,
        /** It asked for the password and got wrong ones only. */
        WRONG_PASSWORD,
        /** The starter ended before the verb was started. */
        NOT_STARTED,
        /** Nothing that rules out that the verb ran. */
        UNCLEAR
    }

    /** sudo(8), exit value: 1 "if there is a configuration/permission problem or if the command cannot be executed". */
    private static final int SUDO_REFUSED = 1;

    /** ssh(1), exit status: "255 if an error occurred". */
    private static final int SSH_FAILED = 255;

    private static final String NO_TERMINAL = "you must have a tty";

    private static final String PASSWORD = "a password is required";

    /** What keeps a password from being asked for; sudo goes on to say that none was given. */
    private static final List<String> UNASKED =
            List.of("unable to run ", "no askpass program specified", "obsenv askpass: ");

    private static final String NONE_GIVEN = "no password was provided";

    private static final String WRONG = "incorrect password attempt";

    private static final List<String> REFUSALS = List.of(
            PASSWORD,
            "a terminal is required",
            "is not allowed to execute",
            "is not allowed to sudo",
            "may not run sudo",
            "you are not permitted",
            "you are not allowed",
            NO_TERMINAL,
            "account validation failure",
            "account or password is expired");

    private static final List<String> UNADDRESSED = List.of("is not in the sudoers file", "is not allowed to run sudo");

    /** Only what ends sudo before the command runs: after a mere warning the verb may well have run. */
    private static final List<String> SUDO_ENDS = List.of(
            "command not found",
            "unable to execute",
            "unknown user",
            "unknown group",
            "no valid sudoers sources found",
            "unable to initialize policy plugin",
            "policy plugin failed",
            "unable to load plugins",
            "must be owned by uid 0",
            "effective uid is not 0",
            "no new privileges",
            "do not exist in the passwd database",
            "PAM account management error",
            "PAM authentication error");

    private static final String WARNING = "unable to resolve host";

    /** Only what ends ssh before a command runs there: a connection that is lost later says something else. */
    private static final List<String> SSH_ENDS = List.of(
            "ssh: connect to host",
            "ssh: Could not resolve hostname",
            "Host key verification failed",
            "Permission denied (",
            "kex_exchange_identification:",
            "Bad owner or permissions on");

    /**
     * Looks through all lines.
     *
     * @param exit what the starter ended with: a line is believed only beside the code that goes with it
     * @param complaint all it said
     */
    static SudoComplaint of(int exit, String complaint) {
        List<String> lines = lines(complaint);
        if (exit == SUDO_REFUSED) {
            Optional<SudoComplaint> unanswered = ofThePassword(lines);
            if (unanswered.isPresent()) {
                return unanswered.get();
            }
            Optional<String> refusal = first(lines, SudoComplaint::isRefusal);
            if (refusal.isPresent()) {
                return new SudoComplaint(Meaning.NOT_PERMITTED, refusal);
            }
        }
        Optional<String> end =
                switch (exit) {
                    case SUDO_REFUSED -> first(lines, SudoComplaint::endsSudo);
                    case SSH_FAILED -> first(lines, line -> holds(line, SSH_ENDS));
                    default -> Optional.empty();
                };
        return end.isPresent()
                ? new SudoComplaint(Meaning.NOT_STARTED, end)
                : new SudoComplaint(Meaning.UNCLEAR, first(lines.reversed(), line -> true));
    }

    /** Cancelled behind a wrong one, sudo says both: then the last thing that the person did counts. */
    private static Optional<SudoComplaint> ofThePassword(List<String> lines) {
        return first(lines, SudoComplaint::isUnasked)
                .map(line -> new SudoComplaint(Meaning.NOT_STARTED, Optional.of(line)))
                .or(() -> first(lines, line -> isSudos(line, NONE_GIVEN))
                        .map(line -> new SudoComplaint(Meaning.NO_PASSWORD, Optional.of(line))))
                .or(() -> first(lines, line -> isSudos(line, WRONG))
                        .map(line -> new SudoComplaint(Meaning.WRONG_PASSWORD, Optional.of(line))));
    }

    private static boolean isUnasked(String line) {
        return line.startsWith(UNASKED.getLast()) || (line.startsWith("sudo:") && holds(line, UNASKED));
    }

    private static boolean isSudos(String line, String part) {
        return line.startsWith("sudo:") && line.contains(part);
    }

    /** sudo may not ask here: where the site leaves it to sudo to ask, that is no answer. */
    boolean isOfThePassword() {
        return line.filter(each -> each.contains(PASSWORD)).isPresent();
    }

    /** sudo wants a terminal: our sudoers file waives that for the verbs, and cannot for a question about them. */
    boolean isOfTheTerminal() {
        return line.filter(each -> each.contains(NO_TERMINAL)).isPresent();
    }

    /**
     * Whether {@code sudo -l} answered no: of a command that is not allowed it says nothing, or only what it warns of
     * everybody.
     */
    static boolean isPlainNo(int exit, String complaint) {
        return exit == SUDO_REFUSED
                && lines(complaint).stream().noneMatch(line -> line.startsWith("sudo:") && !line.contains(WARNING));
    }

    private static List<String> lines(String complaint) {
        return complaint
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A banner says "you are not permitted", too: sudo's own lines bear its name or beg pardon. */
    private static boolean isRefusal(String line) {
        boolean isSudos = line.startsWith("sudo:") || line.startsWith("Sorry, user ") || line.startsWith("sorry, ");
        return (isSudos && holds(line, REFUSALS)) || holds(line, UNADDRESSED);
    }

    private static boolean endsSudo(String line) {
        return line.startsWith("sudo:") && holds(line, SUDO_ENDS);
    }

    private static boolean holds(String line, List<String> parts) {
        return parts.stream().anyMatch(line::contains);
    }

    private static Optional<String> first(List<String> lines, Predicate<String> wanted) {
        return lines.stream().filter(wanted).findFirst();
    }
}
