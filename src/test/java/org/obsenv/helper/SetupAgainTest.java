package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** Setup run again, after a package came to the site file or went from it. */
@Execution(ExecutionMode.CONCURRENT)
class SetupAgainTest {
    @TempDir
    Path directory;

    private TestEnvironment environment;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.add("cwfs");
    }

    @Test
    void aPackageThatTheBaseListLacksGetsNoPathAndIsNamed() {
        assertThat(environment.run(Verb.SETUP)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.BAD_LIST);
            assertThat(refused.facts().get("problem")).contains("has no pin for cwfs");
        });
        assertThat(stable("cwfs")).isFalse();
        assertThat(environment.linkText(environment.paths().deploy())).isEqualTo("generations/000001");
    }

    @Test
    void aNewPackagesPathAppearsWithDeployAndBase() {
        environment.writeList("ts_wep: v1.0.0\ncwfs: v1.0.0\n");

        assertThat(notes()).isEmpty();

        assertThat(environment.runningCommit("cwfs"))
                .contains(environment.remote("cwfs").head());
        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
        assertThat(environment.runningCommit("cwfs")).isPresent();
    }

    @Test
    void heldAtAnOlderGenerationItIsSaidThatThePathLeadsNowhereYet() {
        environment.run(Verb.ROLLBACK);
        environment.writeList("ts_wep: v1.0.0\ncwfs: v1.0.0\n");

        assertThat(notes())
                .containsExactly("cwfs: what runs now does not hold it, so its path leads nowhere until the"
                        + " environment follows deploy again");
    }

    @Test
    void aRemovedPackagesPathStaysWhileAGenerationHoldsIt() {
        environment.writeList("ts_wep: v1.0.0\ncwfs: v1.0.0\n");
        environment.run(Verb.SETUP);
        environment.remove("cwfs");
        environment.writeList("ts_wep: v1.0.0\n");

        assertThat(notes()).singleElement().asString().startsWith("cwfs: it is not in the site file any more");
        assertThat(stable("cwfs")).isTrue();
        assertThat(environment.runningCommit("cwfs")).isEmpty();

        for (int n : new int[] {3, 4}) {
            Ran.must(
                    "rm",
                    "-r",
                    environment.paths().generation(new GenerationId(n)).toString());
        }
        assertThat(notes()).containsExactly("cwfs: no generation holds it any more; its path was removed");
        assertThat(stable("cwfs")).isFalse();
        assertThat(notes()).isEmpty();
    }

    private java.util.List<String> notes() {
        if (environment.run(Verb.SETUP) instanceof Outcome.Built built) {
            return built.notes();
        }
        throw new AssertionError("setup did not build");
    }

    private boolean stable(String name) {
        return Files.exists(environment.root().resolve(name), LinkOption.NOFOLLOW_LINKS);
    }
}
