package org.obsenv.sudo;

import java.util.List;

/** What a line means that came instead of an outcome (sudo 1.9's own words, in the C locale). */
enum SudoComplaint {
    /** sudo does not allow it to this person. */
    NOT_PERMITTED,
    /** sudo allowed it, or was not asked that far, and could not start it. */
    NOT_STARTED,
    /** Not a word of sudo's: the verb ran. */
    NOT_SUDO;

    private static final List<String> REFUSALS = List.of(
            "a password is required",
            "a terminal is required",
            "is not allowed to execute",
            "is not allowed to run",
            "is not in the sudoers file",
            "may not run sudo",
            "you are not permitted",
            "you are not allowed",
            "you must have a tty",
            "account validation failure",
            "account or password is expired");

    static SudoComplaint of(String line) {
        if (REFUSALS.stream().anyMatch(line::contains)) {
            return NOT_PERMITTED;
        }
        return line.startsWith("sudo:") ? NOT_STARTED : NOT_SUDO;
    }
}
