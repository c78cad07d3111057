package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchToken;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** {@code switch} goes to any generation that is whole, is held there, and never undoes what its person did not see. */
@Execution(ExecutionMode.CONCURRENT)
class SwitchTest {
    private static final GenerationId FIRST_FIX = new GenerationId(3);

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private CommitId first;
    private CommitId second;

    /** Generations: 1 deploy, 2 base, 3 the first fix, 4 the second, which runs. */
    @BeforeEach
    void fixTwice() {
        environment = TestEnvironment.setUp(directory, "ts_wep");
        first = environment.remote("ts_wep").hotfix("Fix it", "version = 2\n");
        environment.run(Verb.SYNC);
        second = environment.remote("ts_wep").hotfix("Fix it again", "version = 3\n");
        environment.run(Verb.SYNC);
        assertThat(environment.runningCommit("ts_wep")).contains(second);
    }

    @Test
    void goesToAGenerationAndIsHeldThere() {
        assertThat(to(FIRST_FIX, "the second fix broke it")).isInstanceOfSatisfying(Outcome.Switched.class, done -> {
            assertThat(done.generation()).isEqualTo(FIRST_FIX);
            assertThat(done.movedCount()).isEqualTo(1);
        });
        assertThat(environment.current()).isEqualTo("generations/000003");
        assertThat(environment.runningCommit("ts_wep")).contains(first);
        assertThat(environment.newestEntry()).satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("switch");
            assertThat(entry.reason()).contains("the second fix broke it");
            assertThat(entry.from()).contains("deploy");
        });
        environment.remote("ts_wep").hotfix("A third", "version = 4\n");
        environment.run(Verb.SYNC);
        assertThat(environment.runningCommit("ts_wep")).as("the auto-pull").contains(first);
    }

    @Test
    void undoesARollBack() throws IOException {
        String before = environment.links().deploy().orElseThrow().written();
        environment.run(Verb.ROLLBACK);
        assertThat(to(new GenerationId(Integer.parseInt(before)), "it was not that"))
                .isInstanceOf(Outcome.Switched.class);
        assertThat(environment.runningCommit("ts_wep")).contains(second);
    }

    @Test
    void refusesAStaleOneThatWouldUndoALaterRollBack() throws IOException {
        environment.run(Verb.ROLLBACK);
        SwitchToken seen = environment.links().current().orElseThrow();
        environment.run(Verb.RESUME);
        environment.run(Verb.ROLLBACK);
        Outcome outcome = environment.run(request(new Saw.Current(seen), FIRST_FIX, "late"));
        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(
                        Refusal.SWITCH_MOVED, Map.of("saw", "generations/000002", "now", "generations/000002")));
        assertThat(environment.current()).isEqualTo("generations/000002");
    }

    @Test
    void refusesWhatIsNotThereNotWholeOrNotNamed() throws IOException {
        assertThat(to(new GenerationId(9), "x"))
                .isEqualTo(new Outcome.Refused(Refusal.NO_GENERATION, Map.of("generation", "000009")));
        Files.delete(environment.paths().generation(FIRST_FIX).resolve("ts_wep"));
        assertThat(to(FIRST_FIX, "x")).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                .isEqualTo(Refusal.GENERATION_DAMAGED));
        assertThat(environment.current()).isEqualTo("deploy");
    }

    @Test
    void goesNowhereWithoutAnAim() {
        // A request document of this verb cannot be without one; a person at a terminal sends no document.
        Outcome outcome = environment.run(Request.plain(Verb.SWITCH));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                .isEqualTo(Refusal.BAD_REQUEST));
        assertThat(environment.current()).isEqualTo("deploy");
    }

    private Outcome to(GenerationId id, String reason) {
        try {
            return environment.run(
                    request(new Saw.Current(environment.links().current().orElseThrow()), id, reason));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Request request(Saw saw, GenerationId id, String reason) {
        return new Request(
                Verb.SWITCH,
                saw,
                new Aim.Generation(id),
                Optional.of(reason),
                Optional.empty(),
                Optional.of("console-1"));
    }
}
