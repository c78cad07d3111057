package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.timeline.TimelineFacts;
import org.obsenv.environment.LayoutTimelineReader;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.OldGenerations;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.fixture.TreeState;
import org.obsenv.layout.GenerationProof;
import org.obsenv.layout.LayoutJournalReader;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** What nobody needs goes, and only that, and only as it was seen. */
@Execution(ExecutionMode.CONCURRENT)
class PruneTest {
    private static final PackageName NAME = new PackageName("ts_wep");

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private LayoutPaths paths;
    private CommitId first;
    private CommitId second;
    private boolean unmarked;

    /** Generations: 1 at v1.0.0, 2 base, 3 the first fix, 4 to 35 the second, which runs. All 60 days old. */
    @BeforeEach
    void ageTwoFixes() {
        environment = TestEnvironment.setUp(directory, "ts_wep");
        paths = environment.paths();
        first = environment.remote("ts_wep").hotfix("Fix it", "version = 2\n");
        environment.run(Verb.SYNC);
        second = environment.remote("ts_wep").hotfix("Fix it again", "version = 3\n");
        environment.run(Verb.SYNC);
        OldGenerations.age(environment.paths(), 4, 31);
    }

    @Test
    void saysFirstWhatWouldGoAndChangesNothing() {
        TreeState before = TreeState.of(environment.root());

        Outcome outcome = run(Aim.Planned.PREVIEW);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Planned.class, planned -> assertThat(planned.lines())
                .startsWith(
                        "Would go: 4 generations (1, 3-5)",
                        "Would go: 1 checkout of ts_wep that no generation names any more")
                .contains(
                        "Stays, it runs now: 35",
                        "Stays, deploy names it: 35",
                        "Stays, base names it: 2",
                        "Stay, among the newest 30: 6-35")
                .anyMatch(line -> line.matches("Free again: [0-9.]+ [KM]iB")));
        assertThat(TreeState.of(environment.root())).isEqualTo(before);
    }

    @Test
    void takesAwayExactlyWhatWasSeen() throws IOException {
        Outcome outcome = run(new Aim.Planned(Optional.of(plan()), List.of()));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Pruned.class, pruned -> {
            assertThat(pruned.generations()).isEqualTo(4);
            assertThat(pruned.checkouts()).isEqualTo(1);
            assertThat(pruned.bytes()).isPositive();
            assertThat(pruned.notes()).isEmpty();
        });
        assertThat(paths.generation(new GenerationId(3))).doesNotExist();
        assertThat(paths.generation(new GenerationId(2))).exists();
        assertThat(paths.checkout(NAME, first)).doesNotExist();
        assertThat(paths.marker(NAME, first)).doesNotExist();
        assertThat(GenerationProof.of(paths, new GenerationId(35))).isInstanceOf(GenerationProof.Whole.class);
        assertThat(environment.runningCommit("ts_wep")).contains(second);
        assertThat(Git.git(paths.repository(NAME), "worktree", "list"))
                .doesNotContain(first.hex())
                .contains(second.hex());
        assertThat(Git.git(paths.repository(NAME), "cat-file", "-t", first.hex()))
                .isEqualTo("commit");
        assertThat(environment.newestEntry()).satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("prune");
            assertThat(entry.note()).contains("took away generations 1, 3-5, 1 checkout that none names");
        });
        assertThat(run(Aim.Planned.PREVIEW))
                .isInstanceOfSatisfying(Outcome.Planned.class, planned -> assertThat(planned.plan())
                        .isEmpty());
        assertThat(facts().isGone(new GenerationId(3))).isTrue();
        assertThat(facts().isGone(new GenerationId(2))).isFalse();
    }

    @Test
    void changesNothingWhenItWouldBeSomethingElseThanWasSeen() {
        String saw = plan();
        environment.run(new Request(
                Verb.MARK,
                new Saw.Nothing(),
                new Aim.Marked(new GenerationId(3), true),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        TreeState before = TreeState.of(environment.root());

        assertThat(run(new Aim.Planned(Optional.of(saw), List.of())))
                .isEqualTo(new Outcome.Refused(Refusal.PLAN_CHANGED, Map.of("saw", saw, "now", plan())));
        assertThat(TreeState.of(environment.root())).isEqualTo(before);
    }

    /** Somebody goes to a generation after prune looked and before it takes the switch lock. */
    @Test
    void aGenerationThatCameIntoUseMeanwhileStaysWholeAndSoDoesItsCheckout() throws Exception {
        Act act = act();
        PrunePlan looked = PrunePlan.of(act, List.of());
        assertThat(looked.look().goes()).contains(new GenerationId(3));
        Request back = new Request(
                Verb.SWITCH,
                new Saw.Current(environment.links().current().orElseThrow()),
                new Aim.Generation(new GenerationId(3)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(environment.run(back)).isInstanceOf(Outcome.Switched.class);

        Outcome outcome = new Pruning(act, looked).run();

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Pruned.class, pruned -> {
            assertThat(pruned.generations()).isEqualTo(3);
            assertThat(pruned.checkouts()).isZero();
            assertThat(pruned.notes()).containsExactly("Generation 3 stays: it came into use meanwhile");
        });
        assertThat(GenerationProof.of(paths, new GenerationId(3))).isInstanceOf(GenerationProof.Whole.class);
        assertThat(environment.runningCommit("ts_wep")).contains(first);
    }

    /** It stays for what it was when the names were taken; when the checkouts are looked at, nothing keeps it any more. */
    @Test
    void aGenerationThatStayedHoldsItsCheckoutsThoughNobodyNeedsItAnyMore() throws Exception {
        PrunePlan looked = PrunePlan.of(act(), List.of());
        GenerationId kept = new GenerationId(3);
        environment.run(new Request(
                Verb.MARK,
                new Saw.Nothing(),
                new Aim.Marked(kept, true),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        // The clock is asked between the look at what is named and the look at the checkouts.
        Act act = act(() -> {
            assertThat(paths.marks().resolve("000003.yaml").toFile().delete() || unmarked)
                    .isTrue();
            unmarked = true;
            return Instant.now();
        });

        Outcome outcome = new Pruning(act, looked).run();

        assertThat(unmarked).isTrue();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Pruned.class, pruned -> {
            assertThat(pruned.checkouts()).isZero();
            assertThat(pruned.notes()).containsExactly("Generation 3 stays: it came into use meanwhile");
        });
        assertThat(GenerationProof.of(paths, kept)).isInstanceOf(GenerationProof.Whole.class);
    }

    @Test
    void aSwitchToOneThatWentIsRefusedAndChangesNothing() throws IOException {
        run(new Aim.Planned(Optional.of(plan()), List.of()));
        Request back = new Request(
                Verb.SWITCH,
                new Saw.Current(environment.links().current().orElseThrow()),
                new Aim.Generation(new GenerationId(3)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(environment.run(back))
                .isEqualTo(new Outcome.Refused(Refusal.NO_GENERATION, Map.of("generation", "000003")));
        assertThat(environment.current()).isEqualTo("deploy");
    }

    @Test
    void whereAManifestCannotBeReadThatGenerationStaysAndNoCheckoutGoes() throws IOException {
        Files.writeString(paths.manifest(new GenerationId(4)), "digest: none\n");

        assertThat(run(Aim.Planned.PREVIEW))
                .isInstanceOfSatisfying(Outcome.Planned.class, planned -> assertThat(planned.lines())
                        .contains("Would go: 3 generations (1, 3, 5)", "Stay, since their manifests cannot be read: 4")
                        .noneMatch(line -> line.contains("checkout of"))
                        .anyMatch(line -> line.startsWith("No checkout goes, since")));
        run(new Aim.Planned(Optional.of(plan()), List.of()));
        assertThat(paths.generation(new GenerationId(4))).exists();
        assertThat(paths.checkout(NAME, first)).exists();
    }

    @Test
    void whereALinkNamesNoGenerationNothingGoes() throws IOException {
        Files.delete(paths.base());
        Files.createSymbolicLink(paths.base(), Path.of("elsewhere"));

        assertThat(run(Aim.Planned.PREVIEW))
                .isEqualTo(new Outcome.Refused(
                        Refusal.CANNOT_PRUNE, Map.of("problem", paths.base() + " leads to elsewhere, no generation")));
    }

    private String plan() {
        if (run(Aim.Planned.PREVIEW) instanceof Outcome.Planned planned) {
            return planned.plan().orElseThrow();
        }
        throw new AssertionError();
    }

    private Outcome run(Aim aim) {
        return environment.run(
                new Request(Verb.PRUNE, new Saw.Nothing(), aim, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Act act() throws Exception {
        return act(InstantSource.system());
    }

    private Act act(InstantSource clock) throws Exception {
        return new Act(
                environment.site(),
                SiteText.of(environment.siteFile()),
                Request.plain(Verb.PRUNE),
                new Caller("root"),
                "here",
                clock,
                new DocumentReporter(new java.io.PrintStream(java.io.OutputStream.nullOutputStream())));
    }

    private TimelineFacts facts() {
        return new LayoutTimelineReader(paths, new LayoutJournalReader(paths), InstantSource.system())
                .read()
                .found()
                .orElseThrow();
    }
}
