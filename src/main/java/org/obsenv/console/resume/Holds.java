package org.obsenv.console.resume;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.Times;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.SwitchState;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Reads a hold out of what is seen. Pure. */
final class Holds {
    private final Words words;
    private final Times times;

    Holds(Words words) {
        this.words = words;
        this.times = new Times(words);
    }

    /** The hold; empty where the environment follows, or is not known to be held. */
    Optional<Hold> of(Sight sight, Instant now) {
        return sight instanceof Sight.Seen(EnvironmentReading reading)
                        && reading.current() instanceof SwitchState.Held held
                ? Optional.of(hold(reading, held, now))
                : Optional.empty();
    }

    private Hold hold(EnvironmentReading reading, SwitchState.Held held, Instant now) {
        Known<List<Hold.Bring>> brings = held.resuming().map(moves -> moves.stream()
                .map(move -> bring(reading, move))
                .flatMap(Optional::stream)
                .toList());
        List<String> parts = new ArrayList<>();
        parts.add(held.by()
                .map(entry -> by(entry, now))
                .orElseGet(() -> words.text(
                        "hold.since",
                        "time",
                        Times.since(held.token().changed(), now),
                        "age",
                        times.age(held.token().changed(), now))));
        held.by()
                .flatMap(JournalEntry::reason)
                .ifPresent(why -> parts.add(words.text("journal.reason", "reason", Visible.line(why))));
        Optional<Instant> until = held.by().flatMap(JournalEntry::until);
        until.filter(now::isBefore).ifPresent(end -> parts.add(words.text("hold.until", "time", Times.end(end, now))));
        parts.add(resuming(brings));
        Optional<String> overdue = until.filter(end -> !now.isBefore(end))
                .map(end -> words.text("hold.overdue", "time", Times.end(end, now), "age", times.age(end, now)));
        return new Hold(held.token(), String.join(words.text("separator"), parts), overdue, brings);
    }

    private String by(JournalEntry entry, Instant now) {
        return words.text(
                "hold.by",
                "who",
                Visible.line(entry.actor()),
                "time",
                Times.since(entry.at(), now),
                "age",
                times.age(entry.at(), now));
    }

    private String resuming(Known<List<Hold.Bring>> known) {
        return switch (known) {
            case Known.Unknown<List<Hold.Bring>> unknown -> words.text("hold.brings-unknown");
            case Known.Value<List<Hold.Bring>>(List<Hold.Bring> brings) -> {
                if (brings.isEmpty()) {
                    yield words.text("hold.brings-nothing");
                }
                String packages = words.count("hold.packages", brings.size());
                OptionalInt commits = commits(brings);
                yield commits.isPresent()
                        ? words.count("hold.brings-commits", commits.getAsInt(), "packages", packages)
                        : words.text("hold.brings", "packages", packages);
            }
        };
    }

    /** How many commits come; empty when one package's count is not known. */
    private static OptionalInt commits(List<Hold.Bring> brings) {
        int sum = 0;
        for (Hold.Bring each : brings) {
            switch (each.drift()) {
                case Drift.AtPin at -> {}
                case Drift.Ahead(int ahead) -> sum += ahead;
                case Drift.Behind behind -> {}
                case Drift.Diverged(int ahead, int behind) -> sum += ahead;
                case Drift.Unknown unknown -> {
                    return OptionalInt.empty();
                }
            }
        }
        return OptionalInt.of(sum);
    }

    private Optional<Hold.Bring> bring(EnvironmentReading reading, PackageMove move) {
        Optional<PackageReading> seen = reading.packages().stream()
                .filter(each -> each.name().equals(move.name()))
                .findFirst();
        Drift drift = seen.map(each -> gained(each, move))
                .orElseGet(() -> new Drift.Unknown(words.text("hold.brings-unknown")));
        return move.from().flatMap(from -> move.to().map(to -> new Hold.Bring(move.name(), from, to, drift)));
    }

    /** What comes is counted from the pin, so it is known only where the pin runs and the head is what comes. */
    private Drift gained(PackageReading seen, PackageMove move) {
        boolean headComes = seen.deployHead().found().equals(move.to());
        return seen.runningDrift() instanceof Drift.AtPin && headComes
                ? seen.deployDrift()
                : new Drift.Unknown(words.text("hold.brings-unknown"));
    }
}
