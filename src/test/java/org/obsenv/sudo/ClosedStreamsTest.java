package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.domain.JournalEntry;
import org.obsenv.fixture.Journal;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** security.md row 16: who does not listen, or closed what to listen with, neither stops nor spoils an act. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class ClosedStreamsTest {
    /** What is open of 0 to 2 goes to the file $1, then the streams are closed and the rest of the words is run. */
    private static final String SHOW_AND_GO = """
            shown=$1; closed=$2; shift 2
            for each in $closed; do
                case $each in
                    0) exec 0<&- ;;
                    1) exec 1>&- ;;
                    2) exec 2>&- ;;
                esac
            done
            for each in 0 1 2; do
                [ ! -L /proc/self/fd/$each ] || echo $each >>"$shown"
            done
            exec "$@"
            """;

    private final SudoSite site;

    @TempDir
    Path directory;

    ClosedStreamsTest(SudoSite site) {
        this.site = site;
    }

    @BeforeEach
    void follow() {
        site.follow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "0 1", "1 2", "0 1 2"})
    void rollsBackThroughSudoWithStreamsClosed(String closed) throws Exception {
        Path shown =
                site.directoryOf("shown-" + System.nanoTime(), site.observer().name(), "rwxr-xr-x");
        List<String> words = new ArrayList<>(site.observer().command("/bin/sh", "-c", SHOW_AND_GO, "sh"));
        words.addAll(List.of(shown.resolve("open").toString(), closed));
        words.addAll(List.of(
                "sudo", "-n", "-u", site.account(), site.verb(Verb.ROLLBACK).toString()));

        Ran ran = Ran.of(words);

        assertThat(stillOpen(shown)).doesNotContain(closed.split(" "));
        assertThat(ran.exit()).as(ran.output() + ran.complaint()).isZero();
        assertThat(site.current()).startsWith("generations/");
        assertWhole(site.newestAct(), site.observer().name());
    }

    /** Without sudo in between, which opens closed streams itself, the wrapper alone stands between a file and fd 1. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "0 1 2"})
    void rollsBackWhenStartedDirectlyWithStreamsClosed(String closed) throws Exception {
        TestEnvironment direct = TestEnvironment.setUp(directory, "ts_wep");
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SHOW_AND_GO, "sh"));
        words.addAll(List.of(directory.resolve("open").toString(), closed));
        words.addAll(List.of(
                "packaging/obsenv-helper",
                "rollback",
                "--site",
                direct.siteFile().toString()));

        Ran ran = Ran.of(words);

        assertThat(stillOpen(directory)).doesNotContain(closed.split(" "));
        assertThat(ran.exit()).as(ran.output() + ran.complaint()).isZero();
        assertThat(direct.current()).startsWith("generations/");
        assertWhole(Journal.newest(direct.paths(), 1).getFirst(), "root");
    }

    /** A reader that goes away while the verb speaks: every write is refused with EPIPE. */
    @Test
    void rollsBackWhenItsReaderIsGone() {
        Ran ran = site.observer()
                .types(
                        "mkfifo \"$1\"; exec 9<>\"$1\"; exec 8>\"$1\"; exec 9>&-; rm \"$1\"; "
                                + "(trap '' PIPE; echo x >&8) 2>/dev/null && echo heard; exec sudo -n -u \"$2\" \"$3\" >&8 2>&8",
                        site.directoryOf(
                                        "pipe-" + System.nanoTime(),
                                        site.observer().name(),
                                        "rwxr-xr-x")
                                .resolve("pipe")
                                .toString(),
                        site.account(),
                        site.verb(Verb.ROLLBACK).toString());

        assertThat(ran.output()).as("a pipe that somebody reads").isEmpty();
        assertThat(site.current()).startsWith("generations/");
        assertWhole(site.newestAct(), site.observer().name());
    }

    /** A caller may leave its children's ends ignored; Java would then never learn how a program ended. */
    @Test
    void rollsBackForACallerThatIgnoresSignals() {
        Ran ran = Ran.of(site.observer()
                .command(
                        "env",
                        "--ignore-signal",
                        "sudo",
                        "-n",
                        "-u",
                        site.account(),
                        site.verb(Verb.ROLLBACK).toString()));

        assertThat(ran.exit()).as(ran.output() + ran.complaint()).isZero();
        assertWhole(site.newestAct(), site.observer().name());
    }

    private static void assertWhole(JournalEntry entry, String actor) {
        assertThat(entry.act()).isEqualTo("rollback");
        assertThat(entry.outcome()).isEqualTo("done");
        assertThat(entry.actor()).isEqualTo(actor);
        assertThat(entry.took()).isPositive();
    }

    private static List<String> stillOpen(Path directory) throws Exception {
        Path shown = directory.resolve("open");
        return Files.exists(shown) ? Files.readAllLines(shown) : List.of();
    }
}
