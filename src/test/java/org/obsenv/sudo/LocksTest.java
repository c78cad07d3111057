package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.SudoSite;
import org.obsenv.protocol.Verb;

/** security.md row 11: nobody but the account can hold a lock, and whoever holds it is named. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class LocksTest {
    /** Tries to lock the file $ARGV[0] until it is ended; says how the first try ended. A read lock needs no more. */
    private static final String ATTACKER = """
            use Fcntl qw(:DEFAULT :flock F_SETLK F_RDLCK SEEK_SET);
            $| = 1;
            my $said = 0;
            while (1) {
                if (sysopen(my $file, $ARGV[0], O_RDONLY)) {
                    my $lock = pack("s s l! l! i", F_RDLCK, SEEK_SET, 0, 0, 0);
                    my $held = fcntl($file, F_SETLK, $lock);
                    print $held ? "held\\n" : "not held\\n" unless $said++;
                    sleep 1000 if $held;
                } else {
                    print "cannot open: $!\\n" unless $said++;
                }
                select(undef, undef, undef, 0.001);
            }
            """;

    private final SudoSite site;
    private final Path lock;

    LocksTest(SudoSite site) {
        this.site = site;
        this.lock = site.paths().locks().resolve("switch");
    }

    @BeforeEach
    void follow() {
        site.follow();
        site.run(site.observer(), Verb.ROLLBACK);
        site.follow();
    }

    @Test
    void anAttackerWhoTriesAllTheTimeCannotOpenTheLock() throws Exception {
        Process attacker = attack();
        try {
            assertThat(firstWord(attacker)).isEqualTo("cannot open: Permission denied");
            for (int i = 0; i < 3; i++) {
                assertSwitched(site.run(site.observer(), Verb.ROLLBACK));
                assertSwitched(site.run(site.maintainer(), Verb.RESUME));
            }
            assertThat(attacker.isAlive()).isTrue();
        } finally {
            attacker.destroyForcibly();
        }
    }

    /** Should the modes ever be wrong: the wait is bounded, the holder named, and the door is shut behind it. */
    @Test
    void aHolderWhoGotInIsNamedAndTheLockClosedToOthers() throws Exception {
        mode(site.paths().locks(), "rwxr-xr-x");
        mode(lock, "rw-r--r--");
        Process attacker = attack();
        try {
            assertThat(firstWord(attacker)).isEqualTo("held");

            Outcome outcome = site.run(site.observer(), Verb.ROLLBACK);

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                assertThat(refused.refusal()).isEqualTo(Refusal.BUSY);
                assertThat(refused.facts().get("holder"))
                        .startsWith("process " + attacker.pid() + " of "
                                + site.stranger().name() + " since ");
            });
            assertThat(site.current()).isEqualTo("deploy");
            assertThat(attacker.isAlive())
                    .as("somebody else's process is not ours to kill")
                    .isTrue();
        } finally {
            attacker.destroyForcibly();
            attacker.waitFor();
        }
        assertThat(Files.getPosixFilePermissions(site.paths().locks()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(lock)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Process late = attack();
        try {
            assertThat(firstWord(late)).isEqualTo("cannot open: Permission denied");
            assertThat(site.run(site.observer(), Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
        } finally {
            late.destroyForcibly();
        }
    }

    /** Without having had to wait for anybody. */
    private static void assertSwitched(Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Switched.class, switched -> assertThat(switched.remarks())
                .isEmpty());
    }

    private Process attack() throws Exception {
        List<String> words = new ArrayList<>(site.stranger().command("perl", "-e", ATTACKER));
        words.add(lock.toString());
        return new ProcessBuilder(words).start();
    }

    private static String firstWord(Process process) throws Exception {
        return String.valueOf(
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }

    private static void mode(Path path, String mode) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
