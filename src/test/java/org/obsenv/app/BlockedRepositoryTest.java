package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.FxHeartbeat;
import org.obsenv.fixture.Ran;
import org.obsenv.protocol.Verb;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A repository that blocks whoever opens it, for ever: its HEAD and its configuration are FIFOs that nobody writes to.
 * (HEAD alone blocks git; the reader of a generation has no use for it.)
 */
class BlockedRepositoryTest extends ConsoleOnSite {
    private static final Duration LONGEST_GAP = Duration.ofMillis(100);

    @Override
    public void init() throws Exception {
        super.init();
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        Path repository = environment.paths().repository(new PackageName("cwfs"));
        for (String name : List.of("HEAD", "config")) {
            Files.delete(repository.resolve(name));
            Ran.must("mkfifo", repository.resolve(name).toString());
        }
    }

    /**
     * In one piece, once: from the first look, once it is drawn, over a hot-fix that comes in and the click to the proof
     * on the page.
     */
    @Test
    void blocksNeitherTheWindowNorTheOthersNorTheRollBack() throws Exception {
        waitUntil(() -> verdict().equals("1 of 3 packages unknown, 1 differs from base"));
        WaitForAsyncUtils.waitForFxEvents();
        try (FxHeartbeat heartbeat = FxHeartbeat.start()) {
            environment.remote("summit_utils").hotfix("Raise a timeout", "version = 2\n");
            environment.run(Verb.SYNC);
            waitUntil(() -> verdict().equals("1 of 3 packages unknown, 2 differ from base"));

            clickOn("#rollback");

            waitUntil(() -> proof().startsWith("Verified 2 of 3 at base"));
            assertThat(environment.current()).isEqualTo("generations/000002");
            int drawn = heartbeat.beats() + 50;
            waitUntil(() -> heartbeat.beats() > drawn);
            assertThat(heartbeat.longest().own()).as(heartbeat.longest().made()).isLessThan(LONGEST_GAP);
        }
    }
}
