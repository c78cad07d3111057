package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.Running;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Verb;

/** Ctrl-C while a roll back is under way: the helper goes on, and the command says that its end is unknown. */
class InterruptedRollbackTest {
    private static final int INTERRUPTED = 128 + 2;

    @TempDir
    Path directory;

    @Test
    void theHelperGoesOnAndTheCommandSaysWhereToLook() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        CommitId pinned = environment.remote("ts_wep").head();
        environment.remote("ts_wep").hotfix("Fix the night", "print('fixed')\n");
        environment.run(Verb.SYNC);
        Path request = waitingVerb(environment);

        try (Running command = Running.of(
                directory,
                List.of(
                        "packaging/obsenv",
                        "rollback",
                        "--site",
                        environment.siteFile().toString()))) {
            ProcessHandle helper = command.awaitProgram(
                    "org.obsenv.helper.Main rollback", environment.siteFile().toString());

            command.interrupt();

            assertThat(command.exit()).isEqualTo(INTERRUPTED);
            assertThat(command.complaint())
                    .isEqualTo("Outcome unknown: rollback goes on without this command, and is done wholly or not at"
                            + " all. Look with: obsenv status --site " + environment.siteFile() + "\n");
            assertThat(helper.isAlive()).isTrue();
            assertThat(environment.current()).isEqualTo("deploy");

            Files.write(request, RequestDocument.write(Request.plain(Verb.ROLLBACK)));
            await().atMost(Duration.ofSeconds(60)).until(() -> !helper.isAlive());
        }

        assertThat(environment.runningCommit("ts_wep")).contains(pinned);
        assertThat(environment.newestEntry().outcome()).isEqualTo("done");
    }

    /** The verb as it is, but it hears its request from a pipe of the test's. */
    private Path waitingVerb(TestEnvironment environment) throws Exception {
        Path request = directory.resolve("request");
        Ran.must("mkfifo", request.toString());
        String helper = Path.of("packaging/obsenv-helper").toAbsolutePath().toString();
        Files.write(
                directory.resolve("verbs/rollback"),
                ("#!/bin/sh\nexec '" + helper + "' rollback --site '" + environment.siteFile() + "' <>'" + request
                                + "'\n")
                        .getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
