package org.obsenv.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;

/** How the environment stands, for whoever takes it over. Pure. */
final class HandoverNow {
    private final Words words;
    private final HandoverTimes times;
    private final HandoverActs acts;

    HandoverNow(Words words, HandoverTimes times, HandoverActs acts) {
        this.words = words;
        this.times = times;
        this.acts = acts;
    }

    HandoverSection section(EnvironmentReading now, Instant at) {
        List<String> lines = new ArrayList<>(position(now, at));
        Verdict verdict = Verdict.of(now);
        lines.addAll(counts(verdict));
        now.packages().stream().flatMap(each -> differing(each).stream()).forEach(lines::add);
        now.problems().forEach(each -> lines.add(words.text("now.problem", "problem", Visible.line(each))));
        HandoverSection.Tone tone =
                switch (verdict) {
                    case Verdict.Unknown unknown -> HandoverSection.Tone.UNKNOWN;
                    case Verdict.Differ differ -> HandoverSection.Tone.ATTENTION;
                    case Verdict.AtBase base -> HandoverSection.Tone.PLAIN;
                    case Verdict.HeldAtBase held -> HandoverSection.Tone.ATTENTION;
                };
        return new HandoverSection(words.text("now"), lines, tone);
    }

    private List<String> position(EnvironmentReading now, Instant at) {
        return switch (now.current()) {
            case SwitchState.Following(GenerationId id, var token) ->
                List.of(words.text("now.following", "n", id.number()));
            case SwitchState.Held held -> held(held, now, at);
            case SwitchState.WatchOnly none -> List.of(words.text("now.watched"));
            case SwitchState.Unknown(String reason) ->
                List.of(words.text("now.unknown", "reason", Visible.line(reason)));
        };
    }

    private List<String> held(SwitchState.Held held, EnvironmentReading now, Instant at) {
        String place = place(held.generation(), now);
        List<String> lines = new ArrayList<>();
        lines.add(held.by()
                .map(act -> holding(act, place))
                .orElseGet(() -> words.text("now.held.nobody", "place", place)));
        held.by()
                .flatMap(JournalEntry::until)
                .ifPresent(end -> lines.add(
                        words.text(at.isBefore(end) ? "now.until" : "now.overdue", "time", times.moment(end))));
        lines.add(
                switch (held.resuming()) {
                    case Known.Unknown<List<PackageMove>>(String reason) ->
                        words.text("now.resuming.unknown", "reason", Visible.line(reason));
                    case Known.Value<List<PackageMove>>(List<PackageMove> moves) -> resuming(moves);
                });
        return lines;
    }

    private String holding(JournalEntry act, String place) {
        String key = act.reason().isPresent() ? "now.held" : "now.held.no-reason";
        return words.text(
                key,
                "place",
                place,
                "since",
                times.moment(act.at()),
                "by",
                acts.who(act.actor(), act.initials()),
                "reason",
                act.reason().map(Visible::line).orElse(""));
    }

    private String resuming(List<PackageMove> moves) {
        if (moves.isEmpty()) {
            return words.text("now.resuming.none");
        }
        String names = moves.stream().map(each -> each.name().text()).collect(Collectors.joining(words.text("comma")));
        return words.count("now.resuming", moves.size(), "names", names);
    }

    private String place(GenerationId id, EnvironmentReading now) {
        if (!now.base().proven().equals(Optional.of(id))) {
            return words.text("now.place", "n", id.number());
        }
        return now.cycle()
                .map(cycle -> words.text("now.place.base-cycle", "n", id.number(), "cycle", Visible.line(cycle)))
                .orElseGet(() -> words.text("now.place.base", "n", id.number()));
    }

    private List<String> counts(Verdict verdict) {
        return switch (verdict) {
            case Verdict.AtBase(int total) -> List.of(words.count("now.at-base", total));
            case Verdict.HeldAtBase(int total) -> List.of(words.count("now.at-base", total));
            case Verdict.Differ(int differing, int total) ->
                List.of(words.count("now.differ", differing, "total", total));
            case Verdict.Unknown(int unknown, int differing, int total) -> {
                List<String> lines = new ArrayList<>();
                if (total == 0) {
                    lines.add(words.text("now.no-packages"));
                }
                if (unknown > 0) {
                    lines.add(words.count("now.not-known", unknown, "total", total));
                }
                if (differing > 0) {
                    lines.add(words.count("now.differ", differing, "total", total));
                }
                yield lines;
            }
        };
    }

    private Optional<String> differing(PackageReading each) {
        return switch (each.runningDrift()) {
            case Drift.AtPin at ->
                each.flags().contains(Flag.UNCOMMITTED)
                        ? Optional.of(drift(each, words.text("drift.edited")))
                        : Optional.empty();
            case Drift.Ahead(int n) -> Optional.of(drift(each, words.count("drift.ahead", n)));
            case Drift.Behind(int n) -> Optional.of(drift(each, words.count("drift.behind", n)));
            case Drift.Diverged(int ahead, int behind) ->
                Optional.of(drift(each, words.text("drift.diverged", "ahead", ahead, "behind", behind)));
            case Drift.Unknown(String reason) ->
                Optional.of(
                        words.text("now.package.unknown", "name", each.name().text(), "reason", Visible.line(reason)));
        };
    }

    private String drift(PackageReading each, String drift) {
        return words.text("now.package", "name", each.name().text(), "drift", drift);
    }
}
