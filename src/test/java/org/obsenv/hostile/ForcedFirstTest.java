package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

class ForcedFirstTest {
    @TempDir
    Path directory;

    @Test
    void nothingIsNamedBeforeItIsOnDisk() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        String next =
                environment.remote("ts_wep").hotfix("Retry it", "version = 2\n").hex();
        environment.writeList("ts_wep: " + next + "\nsummit_utils: v1.0.0\n");
        Path inner = environment.paths().inner();

        Strace.Traced setBase = Strace.withChildren(environment, directory).run(Verb.SET_BASE);
        assertThat(setBase.exit()).as(setBase.output()).isZero();
        assertThat(setBase.calls()).anyMatch(call -> call.arguments().endsWith("/.obsenv/base\""));
        assertThat(ForcedFirst.violations(inner, setBase.calls())).isEmpty();
        requireEachForceIsMissed(inner, setBase.calls());

        Strace.Traced rollback = Strace.ofVerb(environment, directory).run(Verb.ROLLBACK);
        assertThat(rollback.exit()).as(rollback.output()).isZero();
        assertThat(rollback.calls()).anyMatch(call -> call.arguments().endsWith("/.obsenv/current\""));
        assertThat(ForcedFirst.violations(inner, rollback.calls())).isEmpty();
    }

    /** The check can fail: without any one of the calls that force a file or a new directory, it does. */
    private static void requireEachForceIsMissed(Path inner, List<SystemCall> calls) {
        List<SystemCall> forcing = calls.stream()
                .filter(call -> call.name().equals("syncfs")
                        || (call.name().equals("fsync") && call.arguments().contains("/.new-")))
                .toList();
        assertThat(forcing).hasSizeGreaterThanOrEqualTo(5);
        for (SystemCall each : forcing) {
            List<SystemCall> without = new ArrayList<>(calls);
            without.remove(each);
            assertThat(ForcedFirst.violations(inner, without))
                    .as("without " + each)
                    .isNotEmpty();
        }
    }
}
