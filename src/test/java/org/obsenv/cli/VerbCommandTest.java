package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Outcome.Unheard.Reason;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Pin;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.Contact;

/** A verb from the command line: what it claims to have seen, and how long it looks for what was done. */
class VerbCommandTest {
    private static final Instant AT = Instant.parse("2026-11-21T03:13:02Z");
    private static final GenerationId BASE = new GenerationId(39);
    private static final Outcome SWITCHED = new Outcome.Switched(
            "deploy", "generations/000039", BASE, AT, Duration.ofMillis(8), 1, List.of(), Set.of());

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Request> asked = new ArrayList<>();
    private Instant now = AT;
    private int looks;
    private int shownFrom = 1;
    private boolean moves;
    private Saw seen = new Saw.Base(BASE);
    private Outcome outcome = SWITCHED;

    @Test
    void aMountThatShowsItAtOnceIsNotWaitedFor() {
        assertThat(run("rollback")).isZero();

        assertThat(lines()).doesNotContain("waiting", "This workstation sees it");
        assertThat(lines()).contains("Summit: 1 package, held at base", "Now: Restart kernels after 03:13 UTC.");
        assertThat(asked).extracting(Request::saw).containsExactly(seen);
    }

    @Test
    void aSlowMountIsLookedAtAgainUntilItShowsTheSwitch() {
        shownFrom = 5;

        assertThat(run("rollback")).isZero();

        assertThat(lines())
                .containsSubsequence(
                        "The environment was switched from deploy to base (generation 39)",
                        "Switched on the server at 03:13:02 UTC; waiting for this workstation (up to 60 s)",
                        "This workstation sees it after 4 s.",
                        "Summit: 1 package, held at base");
        assertThat(looks).isEqualTo(5);
    }

    @Test
    void aMountThatNeverShowsItEndsAfterAMinuteWithUnknown() {
        shownFrom = Integer.MAX_VALUE;

        assertThat(run("rollback")).isEqualTo(2);

        assertThat(lines())
                .contains("Switched on the server at 03:13:02 UTC; this workstation does not see it after 60 s.")
                .contains("Now: Restart kernels after 03:13 UTC.");
        assertThat(Duration.between(AT, now)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aRollBackIsAskedForThoughTheDiskDoesNotAnswer() {
        seen = new Saw.Nothing();

        assertThat(run("rollback")).isZero();

        assertThat(asked).extracting(Request::saw).containsExactly(new Saw.Nothing());
    }

    @Test
    void aResumeIsNotAskedForBlindly() {
        seen = new Saw.Nothing();

        assertThat(run("resume")).isEqualTo(2);

        assertThat(asked).isEmpty();
        assertThat(err.toString()).contains("Nothing was changed. By hand: sudo resume");
    }

    @Test
    void anEndThatWasNotHeardIsLookedForOnTheDisk() {
        outcome = new Outcome.Unheard(Reason.DIED, "it ended with code 137");
        shownFrom = 3;

        assertThat(run("rollback")).isZero();
        assertThat(lines())
                .containsSubsequence(
                        "Outcome unknown, checking the disk.",
                        "By hand: sudo rollback",
                        "The disk does not show it so far; looking again (up to 60 s)",
                        "The disk shows that it was done.");
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void anEndThatWasNotHeardNorSeenStaysUnknown() {
        outcome = new Outcome.Unheard(Reason.SILENT, "nothing for 60 s");
        shownFrom = Integer.MAX_VALUE;

        assertThat(run("rollback")).isEqualTo(2);

        assertThat(lines()).contains("The disk does not show it after 60 s.", "Contact: On call, 42");
    }

    @Test
    void whatWasRefusedIsLookedAtOnce() {
        outcome = new Outcome.Refused(Refusal.BASE_NOT_BUILT, Map.of());
        shownFrom = Integer.MAX_VALUE;

        assertThat(run("rollback")).isEqualTo(1);

        assertThat(looks).isEqualTo(1);
        assertThat(lines()).contains("By hand: sudo rollback", "Contact: On call, 42");
    }

    @Test
    void nothingToDoCallsNobody() {
        outcome = new Outcome.Refused(Refusal.NOTHING_TO_DO, Map.of("now", "generations/000039"));

        assertThat(run("rollback")).isZero();

        assertThat(lines()).contains("There is nothing to do").doesNotContain("Contact", "By hand");
    }

    @Test
    void aPullSaysWhatTheDiskShowsThatItBroughtAndWhatItCouldNot() {
        List<String> notes = List.of("cwfs: git did not end within 10 s");
        outcome = new Outcome.Built(Optional.of(new GenerationId(43)), AT, Duration.ofSeconds(1), 1, notes);
        moves = true;

        assertThat(run("pull")).isEqualTo(1);

        assertThat(lines())
                .contains("Generation 43 is built and proven", "ts_wep: 1111111 → 2222222", notes.getFirst())
                .doesNotContain("By hand", "Contact");
    }

    private int run(String command) {
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), false, 80);
        Waiting waiting = new Waiting(() -> now, span -> now = now.plus(span));
        return ObsenvCommand.run(new FakeSources(), screen, waiting, command);
    }

    private String lines() {
        return out.toString();
    }

    private EnvironmentReading look() {
        looks++;
        return looks >= shownFrom
                ? reading(new SwitchState.Held(
                        BASE, new SwitchToken("generations/000039", 2, AT), Optional.empty(), Known.of(List.of())))
                : reading(new SwitchState.Following(new GenerationId(42), new SwitchToken("deploy", 1, AT)));
    }

    private EnvironmentReading reading(SwitchState current) {
        CommitId pinned = new CommitId("1".repeat(40));
        PackageReading each = new PackageReading(
                new PackageName("ts_wep"),
                Known.of(pinned),
                Known.of(moves && looks > 1 ? new CommitId("2".repeat(40)) : pinned),
                new Pin.Resolved("v1", Pin.Kind.TAG, pinned, AT),
                new Drift.AtPin(),
                new Drift.AtPin(),
                Known.unknown(""),
                Set.of(),
                Optional.empty());
        return new EnvironmentReading(
                "Summit",
                now,
                current,
                new BaseState.Built(BASE),
                Known.of(List.of()),
                Known.of(AT),
                Optional.empty(),
                Optional.empty(),
                List.of(each),
                List.of());
    }

    private final class FakeSources implements Sources {
        @Override
        public org.obsenv.domain.notebooks.NotebooksGateway notebooks(Path siteFile) {
            throw new AssertionError("not asked for");
        }

        @Override
        public org.obsenv.domain.HostReader host(Path siteFile) {
            throw new AssertionError("not asked for");
        }

        @Override
        public org.obsenv.domain.HostReader hostAt(Path root) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Opened site(Path siteFile) {
            return new Opened(
                    ZoneId.of("UTC"),
                    new FakeReader(),
                    new NoChanges(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new FakeGateway()),
                    verb -> seen,
                    List.of("Restart kernels after {time}."),
                    Optional.of(new Contact("On call", "42")));
        }

        @Override
        public Optional<OpenedLedger> ledger(Path siteFile) {
            throw new AssertionError("looked at a ledger");
        }

        @Override
        public Opened clones(Path directory, Path baseList, String deployBranch) {
            throw new AssertionError("no clones here");
        }
    }

    private final class FakeReader implements EnvironmentReader {
        @Override
        public EnvironmentReading refresh() {
            return look();
        }

        @Override
        public EnvironmentReading rescan() {
            return look();
        }

        @Override
        public void close() {}
    }

    private static final class NoChanges implements ChangeReader {
        @Override
        public Known<CommitRange> commits(PackageName name, CommitId from, CommitId to, int limit) {
            throw new AssertionError("not asked");
        }

        @Override
        public Known<List<FileChange>> files(PackageName name, CommitId from, CommitId to) {
            throw new AssertionError("not asked");
        }

        @Override
        public Known<FileDiff> diff(PackageName name, CommitId from, CommitId to, FileChange file, int lineLimit) {
            throw new AssertionError("not asked");
        }
    }

    private final class FakeGateway implements VerbGateway {
        @Override
        public Outcome run(Request request, Consumer<Event.Progress> progress) {
            asked.add(request);
            return outcome;
        }

        @Override
        public Permission permission(Verb verb) {
            return new Permission.Granted();
        }

        @Override
        public String typedCommand(Verb verb) {
            return "sudo " + verb.written();
        }
    }
}
