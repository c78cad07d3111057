package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.LockHolding;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** What looks unfinished is swept, unless somebody may be writing it. */
@Execution(ExecutionMode.CONCURRENT)
class LeftoversTest {
    @TempDir
    Path directory;

    private TestEnvironment environment;
    private Path unfinished;

    @BeforeEach
    void leaveOne() throws IOException {
        environment = TestEnvironment.setUp(directory, "ts_wep");
        unfinished = Files.createFile(environment.paths().inner().resolve(".new-list"));
    }

    @Test
    void whatIsWrittenUnderTheSwitchLockStaysWhileItIsHeld() {
        try (LockHolding holder = LockHolding.of(environment.paths().locks().resolve("switch"))) {
            build();
            assertThat(unfinished).exists();
            assertThat(holder.isAlive()).isTrue();
        }
    }

    @Test
    void andGoesWhenNobodyHoldsIt() {
        build();
        assertThat(unfinished).doesNotExist();
    }

    /** Takes the lock of the builds, and not that of the switch. */
    private void build() {
        Request request = new Request(
                Verb.PRUNE,
                new Saw.Nothing(),
                Aim.Planned.PREVIEW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(environment.run(request)).isInstanceOf(Outcome.Planned.class);
    }
}
