package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    private static ProgramRun.Ended run(Duration limit, String script) throws IOException {
        return ProgramRun.run(List.of("/bin/sh", "-c", script), HERE, Map.of("PATH", "/usr/bin:/bin"), limit);
    }
}
