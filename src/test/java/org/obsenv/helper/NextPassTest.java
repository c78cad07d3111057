package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.fixture.Running;
import org.obsenv.fixture.SshServer;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/**
 * A push is visible through the stable path within one interval: once it has ended, the next pass that begins brings it.
 * Counted in passes, by their sign of life, and not by a clock: a machine that is slow makes a pass longer, not later.
 */
@Timeout(300)
class NextPassTest {
    private static final int PUSHES = 4;

    @TempDir
    Path directory;

    private TestEnvironment environment;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "atmospec");
        environment.writeSite("check: none\nsync: {interval: 200 ms}\n");
    }

    @Test
    void aPushByFileIsThereWithTheNextPass() throws Exception {
        requireEachWithTheNextPass();
    }

    @Test
    void aPushToGitsDaemonIsThereWithTheNextPass() throws Exception {
        int port = SshServer.freePort();
        List<String> daemon = List.of(
                "git",
                "daemon",
                "--export-all",
                "--reuseaddr",
                "--listen=127.0.0.1",
                "--port=" + port,
                "--base-path=" + directory.resolve("remotes"));
        try (Running serving = Running.of(directory, daemon)) {
            SshServer.awaitListening(port);
            String site = Files.readString(environment.siteFile());
            Files.writeString(
                    environment.siteFile(),
                    site.replace("file://" + directory.resolve("remotes"), "git://127.0.0.1:" + port));
            requireEachWithTheNextPass();
            assertThat(serving.isAlive()).isTrue();
        }
    }

    private void requireEachWithTheNextPass() throws Exception {
        List<String> words = new ArrayList<>(HelperCommand.of(Verb.SYNC, environment.siteFile()));
        words.add(words.indexOf("--site"), "--watch");
        try (Running watch = Running.of(directory, words)) {
            awaitPassAfter(beat());
            for (int i = 0; i < PUSHES; i++) {
                CommitId one = environment.remote("ts_wep").hotfix("One " + i, "version = 1" + i + "\n");
                CommitId other = environment.remote("atmospec").hotfix("Other " + i, "version = 2" + i + "\n");
                // The pass that ends first may have asked before the push; the one after it has not.
                FileTime mayHaveBegunBefore = awaitPassAfter(beat());
                awaitPassAfter(mayHaveBegunBefore);

                assertThat(environment.runningCommit("ts_wep")).as("push " + i).contains(one);
                assertThat(environment.runningCommit("atmospec"))
                        .as("push " + i)
                        .contains(other);
            }
            watch.terminate();
            assertThat(watch.exit()).isZero();
        }
    }

    private FileTime beat() throws Exception {
        return Files.getLastModifiedTime(environment.paths().heartbeat());
    }

    /** When a pass has ended after the one with that sign of life; its own sign. */
    private FileTime awaitPassAfter(FileTime last) {
        return Awaitility.await("a pass")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(this::beat, now -> !now.equals(last));
    }
}
