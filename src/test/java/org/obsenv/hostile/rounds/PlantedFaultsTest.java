package org.obsenv.hostile.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.GenerationId;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.history.Violation;
import org.obsenv.hostile.history.Violation.Kind;
import org.obsenv.hostile.planted.Fault;
import org.obsenv.protocol.Verb;

/** The checker finds what each fault does to a real history, and nothing in the product's under the same schedule. */
class PlantedFaultsTest {
    private static final String PACKAGE = "ts_wep";

    @TempDir
    Path directory;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aFixedLinkNameIsCaught() throws Exception {
        assertThat(kinds(Fault.FIXED_LINK_NAME, this::dieWithALinkMade)).contains(Kind.MOVE_LOST);
        assertThat(kinds(this::dieWithALinkMade)).isEmpty();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aTargetOnlyTokenIsCaught() throws Exception {
        assertThat(kinds(Fault.TARGET_ONLY_TOKEN, this::resumeOnAnEarlierHold))
                .contains(Kind.ROLL_BACK_UNDONE, Kind.STALE_ACCEPTED);
        assertThat(kinds(this::resumeOnAnEarlierHold)).isEmpty();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aStoppedHolderThatIsPassedByIsCaught() throws Exception {
        assertThat(kinds(Fault.STOPPED_HOLDER, this::wakeAfterARollBack)).contains(Kind.ROLL_BACK_UNDONE);
        assertThat(kinds(this::wakeAfterARollBack)).isEmpty();
    }

    private interface Script {
        void play(Recording recording, Operator one, Operator other);
    }

    /** A resume is stopped with its link made and not yet renamed; a roll back comes. */
    private void dieWithALinkMade(Recording recording, Operator one, Operator other) {
        run(recording, one, Verb.SWITCH, Optional.of(recording.look()));
        stoppedWhile(
                recording, one, Strokes.stop("symlink"), () -> run(recording, other, Verb.ROLLBACK, Optional.empty()));
        run(recording, other, Verb.RESUME, Optional.of(recording.look()));
    }

    /** Hold, look, resume, hold, and a resume on the first look. */
    private void resumeOnAnEarlierHold(Recording recording, Operator one, Operator other) {
        run(recording, one, Verb.ROLLBACK, Optional.empty());
        Operator.Look early = recording.look();
        run(recording, other, Verb.RESUME, Optional.of(early));
        run(recording, other, Verb.ROLLBACK, Optional.empty());
        run(recording, one, Verb.RESUME, Optional.of(early));
    }

    /** A resume is stopped right before its rename, a roll back passes it, it wakes. */
    private void wakeAfterARollBack(Recording recording, Operator one, Operator other) {
        run(recording, one, Verb.SWITCH, Optional.of(recording.look()));
        stoppedWhile(
                recording, one, Strokes.stop("fsync"), () -> run(recording, other, Verb.ROLLBACK, Optional.empty()));
    }

    /** A resume that is stopped, woken once that has ended. */
    private static void stoppedWhile(Recording recording, Operator operator, List<String> strace, Runnable meanwhile) {
        Operator.Running resume = operator.start(Verb.RESUME, Optional.of(recording.look()), Optional.empty(), strace);
        assertThat(resume.stopsBeforeItEnds()).as("the resume is stopped").isTrue();
        meanwhile.run();
        resume.letGoOn();
        recording.add(resume.ended());
    }

    private static void run(Recording recording, Operator operator, Verb verb, Optional<Operator.Look> look) {
        Optional<GenerationId> aim = verb == Verb.SWITCH ? Optional.of(new GenerationId(1)) : Optional.empty();
        recording.add(operator.start(verb, look, aim, Strokes.none()).ended());
    }

    private List<Kind> kinds(Fault fault, Script script) throws Exception {
        Path own = Files.createDirectory(directory.resolve(fault.name()));
        return kinds(own, Helper.with(fault.plant(own)), script);
    }

    private List<Kind> kinds(Script script) throws Exception {
        return kinds(Files.createDirectory(directory.resolve("product")), Helper.product(), script);
    }

    private static List<Kind> kinds(Path directory, Helper helper, Script script) throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, PACKAGE);
        String first = environment.remote(PACKAGE).head().hex();
        Recording recording = new Recording(environment, List.of(PACKAGE));
        try (recording) {
            script.play(
                    recording,
                    new Operator("A", environment, helper, directory),
                    new Operator("B", environment, helper, directory));
        }
        List<Violation> violations = recording.violations(Map.of(PACKAGE, Map.of(first, "version = 1\n")));
        violations.forEach(System.out::println);
        return violations.stream().map(Violation::kind).distinct().toList();
    }
}
