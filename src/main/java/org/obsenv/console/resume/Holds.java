package org.obsenv.console.resume;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.Times;
import org.obsenv.console.support.Visible;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.SwitchState;
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
        List<Hold.Bring> brings = reading.packages().stream()
                .flatMap(each -> bring(each).stream())
                .toList();
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
        parts.add(resuming(reading, brings));
        return new Hold(held.token(), String.join(words.text("separator"), parts), brings);
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

    private String resuming(EnvironmentReading reading, List<Hold.Bring> brings) {
        if (brings.isEmpty()) {
            return words.text("hold.brings-nothing");
        }
        String packages = words.count("hold.packages", brings.size());
        OptionalInt commits = commits(reading);
        return commits.isPresent()
                ? words.count("hold.brings-commits", commits.getAsInt(), "packages", packages)
                : words.text("hold.brings", "packages", packages);
    }

    /** How many commits come; empty when one package's count is not known, or what runs is not the pin. */
    private static OptionalInt commits(EnvironmentReading reading) {
        int sum = 0;
        for (PackageReading each : reading.packages()) {
            if (bringsCommits(each).isEmpty()) {
                continue;
            }
            if (!(each.runningDrift() instanceof Drift.AtPin)) {
                return OptionalInt.empty();
            }
            switch (each.deployDrift()) {
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

    private static Optional<CommitId> bringsCommits(PackageReading each) {
        // A refused head is not in the deploy generation: resuming does not bring it.
        return each.flags().contains(Flag.REFUSED)
                ? Optional.empty()
                : each.deployHead()
                        .found()
                        .filter(head ->
                                each.running().found().filter(head::equals).isEmpty());
    }

    private static Optional<Hold.Bring> bring(PackageReading each) {
        return bringsCommits(each)
                .flatMap(to -> each.running().found().map(from -> new Hold.Bring(each.name(), from, to, counts(each))));
    }

    private static String counts(PackageReading each) {
        if (!(each.runningDrift() instanceof Drift.AtPin)) {
            return "";
        }
        return switch (each.deployDrift()) {
            case Drift.AtPin at -> "";
            case Drift.Ahead(int ahead) -> "+" + ahead;
            case Drift.Behind(int behind) -> "−" + behind;
            case Drift.Diverged(int ahead, int behind) -> "+" + ahead + " −" + behind;
            case Drift.Unknown unknown -> "";
        };
    }
}
