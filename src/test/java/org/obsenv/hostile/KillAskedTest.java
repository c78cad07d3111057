package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.OldGenerations;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.trace.Place;
import org.obsenv.protocol.Verb;

/**
 * The verbs that are asked for something, killed at any system call that writes: the environment is the old or the new,
 * whole, the next roll back succeeds, and asked again they do their work (security row 1). Long form: as in
 * {@link KillAtEveryWriteTest}.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillAskedTest {
    @TempDir
    Path directory;

    @Test
    void aSwitchLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        kill("switch", new Promised.Switched(environment), 4);
    }

    @Test
    void aMarkIsThereOrNot() {
        TestEnvironment environment = withAHotfix();
        kill("mark", new Promised.Marked(environment), 3);
    }

    @Test
    void aCscIsThereOrNot() {
        TestEnvironment environment = withAHotfix();
        assertThat(environment.run(new Promised.Listed(environment).request())).isInstanceOf(Outcome.Recorded.class);
        kill("csc", new Promised.Listed(environment), 3);
    }

    @Test
    void anAcknowledgementIsThereOrNot() throws Exception {
        TestEnvironment environment = withAHotfix();
        kill("acknowledge", new PromisedNote(environment, PromisedNote.raise(environment)), 3);
    }

    @Test
    void aDeployLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        CommitId ticket = environment.remote("ts_wep").branch("tickets/DM-51100", "version = 51100\n");
        kill("deploy", new Promised.OnTest(environment, ticket), 12);
    }

    @Test
    void aSetBaseLeavesTheOldListOrTheNewOneNotBuilt() throws IOException {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.remote("ts_wep").release("v1.1.0", "version = 11\n");
        // Where the harness sees what is written, and puts everything back.
        Path list = environment.root().resolve("base_environment.yaml");
        String before = "# kept by hand\nts_wep:  v1.0.0 # why\n";
        Files.writeString(list, before);
        String site = Files.readString(environment.siteFile());
        Files.writeString(
                environment.siteFile(), site.replace(environment.baseList().toString(), list.toString()));
        assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);
        String after = before.replace("v1.0.0", "v1.1.0");
        kill("set-base asked", new Promised.BaseSet(environment, list, before, after), 30);
    }

    @Test
    void aPruneLeavesEveryGenerationWholeThatHasItsName() {
        TestEnvironment environment = withAHotfix();
        environment.remote("ts_wep").hotfix("Fix it again", "version = 3\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        OldGenerations.age(environment.paths(), 4, 31);
        List<String> kept = IntStream.rangeClosed(6, 35)
                .mapToObj(n -> new GenerationId(n).written())
                .toList();
        Promise promise = new Promised.Pruned(
                environment, Stream.concat(Stream.of("000002"), kept.stream()).toList());
        Kills.everywhere("prune", Trial.of(promise, directory), own -> Trial.everySecond(Trial.some(own, 9)));
    }

    @Test
    void anAdoptLeavesEachPathLeadingToWhatRanAndEachCloneWhole() throws IOException {
        Kills.everywhere(
                "adopt", Trial.of(Adopted.of(directory, true), directory), own -> Trial.everySecond(atTheRoot(own)));
    }

    @Test
    void anAdoptWhereNamesCannotBeExchangedIsCompletedByTheNext() throws IOException {
        Kills.everywhere(
                "adopt in two steps",
                Trial.of(Adopted.of(directory, false), directory),
                own -> Trial.everySecond(aside(own)));
    }

    /** Where a name appears that people import from, or a link of the environment's own. */
    private static List<Place> atTheRoot(List<Place> own) {
        return own.stream()
                .filter(Place::renames)
                .filter(place -> place.paths().stream()
                        .noneMatch(path -> path.contains("repositories/") || path.contains("checkouts/")))
                .toList();
    }

    private static List<Place> aside(List<Place> own) {
        return own.stream()
                .filter(Place::renames)
                .filter(place -> place.paths().stream().anyMatch(path -> path.contains("adopted/")))
                .toList();
    }

    private void kill(String what, Promise promise, int step) {
        Kills.everywhere(what, Trial.of(promise, directory), step);
    }

    private TestEnvironment withAHotfix() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        return environment;
    }
}
