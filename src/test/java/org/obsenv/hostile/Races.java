package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.SwitchToken;
import org.obsenv.fixture.Journal;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.JournalSegment;
import org.obsenv.protocol.Verb;

/** The races that the layout's design names, each as a check that any switching program can be put to. */
record Races(TestEnvironment environment, Switcher switcher, Path directory) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Stops a resume just before its rename, rolls back, wakes it: still rolled back. Returns the roll back's words. */
    String aStoppedResumeCannotUndoARollBack() {
        SystemCall last = lastBeforeRename();
        holdElsewhere();
        try (Launched resume =
                launch(Verb.RESUME, "-e", "inject=" + last.name() + ":signal=STOP:when=" + last.ordinal())) {
            resume.awaitStopped();
            assertThat(environment.current()).isEqualTo("generations/000001");
            Instant asked = Instant.now();
            try (Launched rollback = launch(Verb.ROLLBACK)) {
                assertThat(rollback.exit()).as(rollback.output()).isZero();
                assertThat(Duration.between(asked, Instant.now())).isLessThan(LONGEST);
                assertThat(environment.current()).isEqualTo(base());
                resume.wake();
                assertThat(environment.current())
                        .as("after the stopped resume woke")
                        .isEqualTo(base());
                return rollback.output();
            }
        }
    }

    /** Two at once, each slow between making its link and renaming it: whoever is done last has his own in place. */
    void eachInstallsItsOwnLink() {
        SystemCall last = lastBeforeRename();
        holdElsewhere();
        try (Launched resume = launch(Verb.RESUME, "-e", "inject=rename:delay_enter=3000000:when=1")) {
            resume.awaitLogged(last.name() + "(");
            try (Launched rollback = launch(Verb.ROLLBACK, "-e", "inject=rename:delay_enter=4000000:when=1")) {
                boolean resumed = resume.exit() == 0;
                boolean rolledBack = rollback.exit() == 0;
                assertThat(resumed || rolledBack).isTrue();
                assertThat(environment.current())
                        .as("resumed " + resumed + ", rolled back " + rolledBack)
                        .isEqualTo(rolledBack ? base() : "deploy");
            }
        }
    }

    /** Hold, resume, hold: a resume that was decided on at the first hold is refused. */
    void aStaleResumeIsRefused() {
        run(Verb.ROLLBACK, Optional.empty());
        SwitchToken seen = token();
        run(Verb.RESUME, Optional.empty());
        run(Verb.ROLLBACK, Optional.empty());
        run(Verb.RESUME, Optional.of(seen));
        assertThat(environment.current()).as("after a stale resume").isEqualTo(base());
    }

    /** An entry that was cut short does not swallow the next one. */
    void aTornEntryIsRepaired() {
        Path journal = environment.paths().journal().resolve("000001.yaml");
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            int end = JournalSegment.parse(Files.readAllBytes(journal)).end();
            channel.write(ByteBuffer.wrap("---\nid: \"torn\"\nat: \"2026-11".getBytes(StandardCharsets.US_ASCII)), end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(Verb.ROLLBACK, Optional.empty());
        List<JournalEntry> entries = Journal.newest(environment.paths(), 10);
        assertThat(entries).as("the journal's entries").isNotEmpty();
        assertThat(entries.getFirst().act() + " " + entries.getFirst().outcome())
                .isEqualTo("rollback done");
    }

    private void run(Verb verb, Optional<SwitchToken> saw) {
        try (Launched launched = Launched.of(switcher.start(environment, verb, saw), directory)) {
            launched.exit();
        }
    }

    private Launched launch(Verb verb, String... options) {
        return Launched.of(switcher.start(environment, verb, Optional.empty()), directory, options);
    }

    /** What a resume writes last before it renames: from an undisturbed run. */
    private SystemCall lastBeforeRename() {
        holdElsewhere();
        try (Launched clean = launch(Verb.RESUME)) {
            assertThat(clean.exit()).as(clean.output()).isZero();
            List<SystemCall> calls = clean.calls();
            SystemCall rename = calls.stream()
                    .filter(call ->
                            call.name().equals("rename") && call.arguments().endsWith("/current\""))
                    .findFirst()
                    .orElseThrow();
            return calls.subList(0, calls.indexOf(rename)).stream()
                    .filter(call -> call.thread() == rename.thread() && call.writesUnder(environment.root()))
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    /** Puts {@code current} at the first generation, so that both verbs have something to do. */
    private void holdElsewhere() {
        Ran.must(
                "ln",
                "-sfn",
                "generations/000001",
                environment.paths().current().toString());
    }

    private SwitchToken token() {
        try {
            return environment.links().current().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String base() {
        return ThreeLinks.of(environment).base();
    }
}
