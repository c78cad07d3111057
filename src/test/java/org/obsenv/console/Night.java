package org.obsenv.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.obsenv.console.shell.ShellView;
import org.obsenv.console.signoff.SignOffParts;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Remark;
import org.obsenv.protocol.Verb;

/** A console on sample ports, with a time that stands still. Used on the FX thread. */
public final class Night {
    public final ManualTime time = new ManualTime(Sample.NOW);
    public final RecordingPorts ports = new RecordingPorts(() -> Sample.following(time.instant()));
    public final SampleNotebooks notebooks = new SampleNotebooks();
    public final SampleViewed viewed = new SampleViewed();
    public final List<String> copied = new ArrayList<>();
    public final List<String> opened = new ArrayList<>();
    private final Console console;

    private Night(String actor, Duration countdown, List<ConsoleParts.Extra> extras, Optional<SignOffParts> signOff) {
        ports.journal = () -> Known.of(SampleActs.journal());
        if (!actor.startsWith("maint")) {
            ports.permission = verb -> verb == Verb.ROLLBACK || verb == Verb.MARK
                    ? new Permission.Granted()
                    : new Permission.Denied("a password is required");
        }
        console = new Console(
                new ConsoleParts(
                        Sample.site(countdown),
                        ports,
                        ports,
                        new ConsoleParts.Reviewing(ports, viewed),
                        ports,
                        ports,
                        time,
                        actor,
                        "summit-ws1",
                        extras,
                        signOff,
                        Optional.of(ports),
                        Optional.of(notebooks),
                        Optional.of(new ConsoleParts.Testing(ports, () -> ports.cscs.get(), () -> ports.alarms.get())),
                        ports,
                        Optional.empty()),
                new SameThreadRunner(),
                time);
    }

    /** An observer, or a maintainer if the name begins so. */
    public static Night of(String actor) {
        return new Night(actor, Duration.ofSeconds(3), List.of(), Optional.empty());
    }

    public static Night with(List<ConsoleParts.Extra> extras) {
        return new Night("obs1", Duration.ofSeconds(3), extras, Optional.empty());
    }

    public static Night withoutCountdown() {
        return new Night("obs1", Duration.ZERO, List.of(), Optional.empty());
    }

    /** A lead on a site with sign-offs. */
    public static Night signingOff(SampleLedger ledger) {
        return new Night(ledger.actor(), Duration.ofSeconds(3), List.of(), Optional.of(ledger.parts()));
    }

    /** Anybody on a site with these sign-offs. */
    public static Night signingOff(String actor, SignOffParts parts) {
        return new Night(actor, Duration.ofSeconds(3), List.of(), Optional.of(parts));
    }

    /** From now on the environment reads so. */
    public void reads(Supplier<EnvironmentReading> reading) {
        ports.reading = reading;
        time.pass(Duration.ofSeconds(2));
    }

    /** A roll back switches, and the disk shows it at once. */
    public void rollsBack(Set<Remark> remarks) {
        ports.outcome = request -> {
            Instant at = time.instant();
            ports.reading = () -> Sample.held(time.instant());
            ports.journal =
                    () -> Known.of(Stream.concat(Stream.of(SampleActs.rollbackEntry(at)), SampleActs.journal().stream())
                            .toList());
            return SampleActs.switched(time.instant(), remarks);
        };
    }

    /** Every verb ends so. */
    public void ends(Outcome outcome) {
        ports.outcome = request -> outcome;
    }

    public ShellView open(Stage stage) {
        return console.open(stage, copied::add, opened::add);
    }

    public Console console() {
        return console;
    }
}
