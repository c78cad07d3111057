package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.sudo.SudoComplaint.Meaning;

/** The sentences of sudo and ssh, as they stand in their sources, each behind a warning. */
class SudoComplaintTest {
    private static final String WARNING = "sudo: unable to resolve host dome3: Name or service not known\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sudo: a password is required",
                "sudo: a terminal is required to read the password; either use the -S option to read from standard"
                        + " input or configure an askpass helper",
                "Sorry, user eve is not allowed to execute '/usr/lib/obsenv/resume' as obs_user on dome3.",
                "Sorry, user eve may not run sudo on dome3.",
                "eve is not in the sudoers file.",
                "eve is not allowed to run sudo on dome3.  This incident will be reported.",
                "sorry, you must have a tty to run sudo",
                "sudo: sorry, you must have a tty to run sudo",
                "sudo: account validation failure, is your account locked?",
                "sudo: account or password is expired, reset your password and try again"
            })
    void aRefusalIsFoundBehindAWarning(String line) {
        assertThat(SudoComplaint.of(1, WARNING + line + "\n"))
                .isEqualTo(new SudoComplaint(Meaning.NOT_PERMITTED, Optional.of(line)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1   | sudo: /usr/lib/obsenv/rollback: command not found
                    1   | sudo: unable to execute /usr/lib/obsenv/rollback: No such file or directory
                    1   | sudo: unknown user obs_user
                    1   | sudo: no valid sudoers sources found, quitting
                    1   | sudo: /usr/bin/sudo must be owned by uid 0 and have the setuid bit set
                    1   | sudo: PAM account management error: Authentication service cannot retrieve it
                    255 | ssh: connect to host summit port 22: Connection refused
                    255 | ssh: Could not resolve hostname summit: Name or service not known
                    255 | nina@summit: Permission denied (publickey,password).
                    255 | Host key verification failed.
                    """)
    void whatEndsTheStarterIsFoundBehindAWarning(int exit, String line) {
        assertThat(SudoComplaint.of(exit, WARNING + line + "\n"))
                .isEqualTo(new SudoComplaint(Meaning.NOT_STARTED, Optional.of(line)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1   | sudo: unable to resolve host dome3: Name or service not known
                    1   | You are not permitted to use this system.
                    1   | Users who may not run sudo call the help desk.
                    1   | perl: warning: Setting locale failed.
                    137 | sudo: a password is required
                    255 | Connection to summit closed by remote host.
                    255 | client_loop: send disconnect: Broken pipe
                    255 | sudo: /usr/lib/obsenv/rollback: command not found
                    """)
    void whatDoesNotRuleTheVerbOutIsUnclear(int exit, String line) {
        assertThat(SudoComplaint.of(exit, line + "\n"))
                .isEqualTo(new SudoComplaint(Meaning.UNCLEAR, Optional.of(line)));
    }

    /** As sudo 1.9.13 says it behind {@code -A}: PasswordThroughSudoTest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NO_PASSWORD    | sudo: no password was provided          | sudo: a password is required
                    NO_PASSWORD    | sudo: no password was provided          | sudo: 1 incorrect password attempt
                    WRONG_PASSWORD | sudo: 3 incorrect password attempts     |
                    NOT_STARTED    | sudo: unable to run /x/askpass: No such file or directory | sudo: no password was provided
                    NOT_STARTED    | obsenv askpass: there is no display     | sudo: a password is required
                    """)
    void whyNoPasswordCameIsToldFromARefusal(Meaning meaning, String line, String next) {
        assertThat(SudoComplaint.of(1, WARNING + "Sorry, try again.\n" + line + "\n" + next + "\n"))
                .isEqualTo(new SudoComplaint(meaning, Optional.of(line)));
    }

    @Test
    void nothingSaidIsUnclear() {
        assertThat(SudoComplaint.of(1, "\n  \n")).isEqualTo(new SudoComplaint(Meaning.UNCLEAR, Optional.empty()));
    }
}
