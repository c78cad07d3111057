package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProgramRunTest {
    private static final Path HERE = Path.of("/tmp");

    @Test
    void returnsWhatWasPrintedAndComplainedOf() throws IOException {
        ProgramRun.Ended ended = run(Duration.ofSeconds(30), "echo out; echo err >&2; exit 3");

        assertThat(List.of(ended.exit(), ended.text(), ended.complaint())).isEqualTo(List.of(3, "out", "err"));
    }

    @Test
    void givesAProgramNothingButWhatIsNamedAndTheMarkOfItsVerb() throws IOException {
        ProgramRun.Ended ended =
                ProgramRun.run(List.of("/usr/bin/env"), HERE, Map.of("LC_ALL", "C"), Duration.ofSeconds(30));

        assertThat(ended.text().lines())
                .containsExactlyInAnyOrder(
                        "LC_ALL=C", "OBSENV_VERB=" + Orphans.mark().get("OBSENV_VERB"));
    }

    @Test
    void endsAProgramThatTakesLongerThanTheLimit() {
        assertThatThrownBy(() -> run(Duration.ofMillis(200), "exec sleep 60"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not end within");
    }

    /**
     * Without a bound the verb would hold its lock as long as a program that it does not even know runs. The program
     * lives for a moment: Java lets go of the output of one that ends before its reader has begun to wait.
     */
    @Test
    @Timeout(20)
    void doesNotWaitForWhatAnEndedProgramLeftWithItsOutput() {
        assertThatThrownBy(() -> run(Duration.ofSeconds(5), "sleep 60 & sleep 1; exit 0"))
                .isInstanceOf(IOException.class)
                .hasMessage("/bin/sh ended, but something that it started did not");
    }

    /**
     * What is removed or read next must not change any more. The child holds much memory, which the kernel takes back
     * before it lets go of it: without waiting it is still there.
     */
    @Test
    @Timeout(60)
    void hasSeenTheEndOfWhatItKilledWhenItReturns(@TempDir Path directory) throws IOException {
        Path pids = directory.resolve("pids");
        String child = "import os, time; x = b'x' * (300 << 20); open('%s', 'a').write(str(os.getpid()) + '\\n');"
                        .formatted(pids)
                + " time.sleep(60)";
        String script = "/usr/bin/python3 -c \"%s\" & exec /usr/bin/python3 -c \"%s\"".formatted(child, child);

        assertThatThrownBy(() -> run(Duration.ofSeconds(4), script)).hasMessageContaining("did not end within");

        List<String> written = Files.readAllLines(pids);
        assertThat(written).hasSize(2);
        assertThat(written).noneMatch(pid -> Orphans.isAlive(Long.parseLong(pid)));
    }

    private static ProgramRun.Ended run(Duration limit, String script) throws IOException {
        return ProgramRun.run(List.of("/bin/sh", "-c", script), HERE, Map.of("PATH", "/usr/bin:/bin"), limit);
    }
}
