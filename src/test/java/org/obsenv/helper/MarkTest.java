package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.domain.timeline.TimelineFacts;
import org.obsenv.domain.timeline.Turn;
import org.obsenv.environment.LayoutTimelineReader;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.LayoutJournalReader;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** A generation is marked good by the verb and found by whoever reads the timeline. */
@Execution(ExecutionMode.CONCURRENT)
class MarkTest {
    private static final GenerationId FIX = new GenerationId(3);

    @TempDir
    Path directory;

    private TestEnvironment environment;

    @BeforeEach
    void fix() {
        environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.remote("ts_wep").hotfix("Fix it", "version = 2\n");
        environment.run(Verb.SYNC);
    }

    @Test
    void marksAGenerationAndTouchesNothingThatRuns() {
        assertThat(run(new Aim.Marked(FIX, true))).isInstanceOfSatisfying(Outcome.Marked.class, marked -> {
            assertThat(marked.generation()).isEqualTo(FIX);
            assertThat(marked.isGood()).isTrue();
            assertThat(marked.notes()).isEmpty();
        });
        assertThat(environment.current()).isEqualTo("deploy");
        assertThat(facts().mark(FIX)).isPresent();
        assertThat(environment.newestEntry().act()).isEqualTo("mark");
    }

    @Test
    void takesAMarkBack() {
        run(new Aim.Marked(FIX, true));
        assertThat(run(new Aim.Marked(FIX, false))).isInstanceOf(Outcome.Marked.class);
        assertThat(facts().marks()).isEmpty();
        assertThat(run(new Aim.Marked(FIX, false)))
                .isEqualTo(new Outcome.Refused(Refusal.NOT_MARKED, Map.of("generation", "000003")));
    }

    @Test
    void marksNothingThatIsNotThereOrNotWhole() throws IOException {
        assertThat(run(new Aim.Marked(new GenerationId(9), true)))
                .isEqualTo(new Outcome.Refused(Refusal.NO_GENERATION, Map.of("generation", "000009")));
        Files.delete(environment.paths().generation(FIX).resolve("ts_wep"));
        assertThat(run(new Aim.Marked(FIX, true)))
                .isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                        .isEqualTo(Refusal.CANNOT_MARK));
        assertThat(facts().marks()).isEmpty();
    }

    @Test
    void theTimelineSaysWhatWasLive() {
        environment.run(Verb.ROLLBACK);
        run(new Aim.Marked(FIX, true));
        Timeline timeline = Timeline.of(facts());
        assertThat(timeline.facts().isWhole()).isTrue();
        assertThat(timeline.facts().running()).contains(new GenerationId(2));
        assertThat(timeline.turns())
                .extracting(turn -> turn.act().act(), turn -> turn.link())
                .containsExactly(
                        tuple("rollback", Turn.Link.CURRENT),
                        tuple("sync", Turn.Link.DEPLOY),
                        tuple("setup", Turn.Link.BASE),
                        tuple("setup", Turn.Link.DEPLOY));
        assertThat(timeline.turns().getFirst().live().orElseThrow().isNow()).isTrue();
        assertThat(timeline.turns().get(1).live().orElseThrow().isNow()).isFalse();
        assertThat(timeline.lastGood()).contains(FIX);
    }

    private Outcome run(Aim aim) {
        return environment.run(new Request(
                Verb.MARK, new Saw.Nothing(), aim, Optional.of("all went well"), Optional.empty(), Optional.empty()));
    }

    private TimelineFacts facts() {
        return new LayoutTimelineReader(
                        environment.paths(), new LayoutJournalReader(environment.paths()), InstantSource.system())
                .read()
                .found()
                .orElseThrow();
    }
}
