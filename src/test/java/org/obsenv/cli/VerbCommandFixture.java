package org.obsenv.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Flag;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Pin;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.Contact;

/** A command line of one site with one package, whose disk and helper answer as a test says. */
abstract class VerbCommandFixture {
    static final Instant AT = Instant.parse("2026-11-21T03:13:02Z");
    static final GenerationId BASE = new GenerationId(39);
    static final Outcome SWITCHED = new Outcome.Switched(
            "deploy", "generations/000039", BASE, AT, Duration.ofMillis(8), 1, List.of(), Set.of());

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final List<Request> asked = new ArrayList<>();
    Instant now = AT;
    int looks;
    int shownFrom = 1;
    boolean moves;
    Saw seen = new Saw.Base(BASE);
    Outcome outcome = SWITCHED;

    Set<Flag> flags = Set.of();
    CommitId arrived = new CommitId("1".repeat(40));

    final int run(String command) {
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), false, 80);
        Waiting waiting = new Waiting(() -> now, span -> now = now.plus(span));
        return ObsenvCommand.run(new FakeSources(), screen, waiting, command);
    }

    final String lines() {
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
                Known.of(moves && looks > 1 ? arrived : pinned),
                Known.of(moves && looks > 1 ? new CommitId("2".repeat(40)) : pinned),
                new Pin.Resolved("v1", Pin.Kind.TAG, pinned, AT),
                new Drift.AtPin(),
                new Drift.AtPin(),
                Known.unknown(""),
                flags,
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

    private final class FakeSources extends NoSources {
        @Override
        public Opened site(Path siteFile) {
            return new Opened(
                    ZoneId.of("UTC"),
                    new FakeReader(),
                    new NoChanges(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new FakeGateway()),
                    verb -> seen,
                    List.of("Restart kernels after {time}."),
                    Optional.of(new Contact("On call", "42")));
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
        public Known<FileDiff> diff(PackageName name, CommitId from, CommitId to, FileChange file) {
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
