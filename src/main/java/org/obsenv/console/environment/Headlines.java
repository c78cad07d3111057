package org.obsenv.console.environment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.Times;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts what is seen into the page's first two lines. Pure. */
final class Headlines {
    private final Words words;
    private final Times times;

    Headlines(Words words) {
        this.words = words;
        this.times = new Times(words);
    }

    Headline headline(Sight sight, Instant now) {
        return switch (sight) {
            case Sight.NotYet none ->
                new Headline(Headline.Mood.WAITING, words.text("verdict.waiting"), words.text("verdict.waiting.sub"));
            case Sight.Blind(EnvironmentReading reading, Instant since) ->
                new Headline(
                        Headline.Mood.UNKNOWN,
                        words.text("verdict.blind", "time", Times.since(since, now)),
                        words.text("verdict.blind.sub", "reason", asSentence(reason(reading))));
            case Sight.Seen(EnvironmentReading reading) -> seen(reading, now);
        };
    }

    private String reason(EnvironmentReading reading) {
        if (!reading.problems().isEmpty()) {
            return Visible.line(reading.problems().getFirst());
        }
        return reading.current() instanceof SwitchState.Unknown(String why)
                ? Visible.line(why)
                : words.text("verdict.blind.no-package");
    }

    /** Reasons are written to stand after a colon; a path keeps its letters. */
    private static String asSentence(String reason) {
        return reason.isEmpty() ? reason : Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }

    private Headline seen(EnvironmentReading reading, Instant now) {
        Verdict verdict = Verdict.of(reading);
        return switch (verdict) {
            case Verdict.HeldAtBase(int total) ->
                new Headline(
                        Headline.Mood.GOOD,
                        words.text("verdict.held"),
                        sub(reading, now, words.text("sub.verified", "total", total, "time", clock(reading))));
            case Verdict.AtBase(int total) ->
                new Headline(
                        Headline.Mood.GOOD,
                        words.text("verdict.at-base", "total", total),
                        sub(reading, now, running(reading)));
            case Verdict.Differ(int differing, int total) ->
                new Headline(
                        Headline.Mood.DIFFERS,
                        words.count("verdict.differ", differing, "total", total),
                        sub(reading, now, running(reading)));
            case Verdict.Unknown(int unknown, int differing, int total) ->
                new Headline(
                        Headline.Mood.UNKNOWN, unknown(unknown, differing, total), sub(reading, now, running(reading)));
        };
    }

    private String unknown(int unknown, int differing, int total) {
        String known = words.count("verdict.unknown", unknown, "total", total);
        return differing == 0 ? known : words.count("verdict.and-differ", differing, "unknown", known);
    }

    private static String clock(EnvironmentReading reading) {
        return Times.clock(reading.readAt());
    }

    private String running(EnvironmentReading reading) {
        return switch (reading.current()) {
            case SwitchState.Following following -> words.text("sub.following");
            case SwitchState.Held held ->
                Verdict.isHeldAtBase(reading)
                        ? words.text("sub.held-at-base")
                        : words.text("sub.held", "generation", held.generation().number());
            case SwitchState.WatchOnly watch -> words.text("sub.watch-only");
            case SwitchState.Unknown unknown -> words.text("sub.switch-unknown");
        };
    }

    private String sub(EnvironmentReading reading, Instant now, String first) {
        List<String> parts = new ArrayList<>(List.of(first));
        if (!(Verdict.of(reading) instanceof Verdict.HeldAtBase)) {
            parts.add(sync(reading, now));
        }
        parts.add(reading.reviewed()
                .map(review ->
                        words.text("sub.reviewed", "age", times.age(review.at(), now), "by", Visible.line(review.by())))
                .orElseGet(() -> words.text("sub.not-reviewed")));
        reading.cycle().ifPresent(cycle -> parts.add(words.text("sub.cycle", "cycle", Visible.line(cycle))));
        return String.join(words.text("separator"), parts);
    }

    private String sync(EnvironmentReading reading, Instant now) {
        boolean watch = reading.current() instanceof SwitchState.WatchOnly;
        return switch (reading.lastSync()) {
            case Known.Value<Instant>(Instant at) ->
                words.text(watch ? "sub.scanned" : "sub.synced", "age", times.age(at, now));
            case Known.Unknown<Instant>(String why) -> words.text(watch ? "sub.scanned-unknown" : "sub.sync-unknown");
        };
    }
}
