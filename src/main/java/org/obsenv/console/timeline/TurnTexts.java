package org.obsenv.console.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.console.support.Times;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.timeline.GenerationFacts;
import org.obsenv.domain.timeline.KeptOut;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.domain.timeline.Turn;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts acts that moved a link into words. Pure. */
final class TurnTexts {
    private static final int NAMED = 3;

    private final Words words;
    private final Times times = new Times(Words.of("console"));

    TurnTexts(Words words) {
        this.words = words;
    }

    /** Newest first. */
    List<TurnRow> rows(TimelineSight.Seen seen, Optional<EnvironmentReading> reading, Instant now) {
        boolean isCertain = seen.isCertain();
        return seen.timeline().turns().stream()
                .map(turn -> row(turn, seen.timeline(), isCertain, reading, now))
                .toList();
    }

    private TurnRow row(
            Turn turn, Timeline timeline, boolean isCertain, Optional<EnvironmentReading> reading, Instant now) {
        JournalEntry act = turn.act();
        boolean isRunning = isCertain && turn.live().filter(Turn.Live::isNow).isPresent();
        return new TurnRow(
                act.id(),
                turn.to(),
                Times.moment(act.at(), now),
                word(act.act()),
                tone(act.act()),
                change(turn, timeline, reading),
                by(act),
                isCertain ? live(turn, timeline, now) : words.text("live.unknown"),
                isRunning,
                turn.to()
                        .flatMap(timeline.facts()::mark)
                        .map(mark -> words.text("good", "by", Visible.line(mark.by())))
                        .orElse(""),
                hint(turn));
    }

    private String word(String act) {
        String key = "act." + act;
        return words.has(key) ? words.text(key) : Visible.line(act);
    }

    private static TurnRow.Tone tone(String act) {
        return switch (act) {
            case "rollback", "switch" -> TurnRow.Tone.HOLD;
            case "sync", "resume", "let-pass" -> TurnRow.Tone.PULL;
            case KeptOut.REFUSED -> TurnRow.Tone.BAD;
            case "set-base" -> TurnRow.Tone.BASE;
            case "deploy" -> TurnRow.Tone.TEST;
            default -> TurnRow.Tone.OTHER;
        };
    }

    private String change(Turn turn, Timeline timeline, Optional<EnvironmentReading> reading) {
        JournalEntry act = turn.act();
        Optional<KeptOut> keptOut = KeptOut.of(act);
        if (keptOut.isPresent()) {
            return words.text(
                    "change.refused",
                    "move",
                    move(keptOut.get().move()),
                    "what",
                    Visible.line(keptOut.get().what()));
        }
        if (turn.link() == Turn.Link.DEPLOY && !act.moved().isEmpty()) {
            return moved(act);
        }
        if (turn.to().isEmpty()) {
            return words.text("change.unknown");
        }
        GenerationId id = turn.to().get();
        String called = called(id, timeline, reading);
        if (act.act().equals("deploy")) {
            return until(act, timeline.facts().generation(id).map(this::tested).orElse(called));
        }
        if (turn.link() == Turn.Link.BASE && act.movedCount() > 0) {
            return words.count("change.pins", act.movedCount(), "base", called);
        }
        return act.act().equals("resume") ? words.text("change.deploy", "n", id.number()) : called;
    }

    /** {@code ts_wep at tickets/DM-51100}. */
    private String tested(GenerationFacts facts) {
        return facts.pins().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> words.text(
                        "change.tested", "name", each.getKey().text(), "revision", Visible.line(each.getValue())))
                .collect(Collectors.joining(words.text("comma")));
    }

    private String until(JournalEntry act, String change) {
        return act.until()
                .map(end -> words.text("change.until", "change", change, "time", Times.end(end, act.at())))
                .orElse(change);
    }

    /** "Base c0044.007" as far as the list that is there now tells, else by its number. */
    String called(GenerationId id, Timeline timeline, Optional<EnvironmentReading> reading) {
        boolean isBase =
                timeline.facts().generation(id).filter(GenerationFacts::isBase).isPresent();
        if (!isBase) {
            return words.text("change.generation", "n", id.number());
        }
        return reading.filter(each -> each.base().equals(new BaseState.Built(id)))
                .flatMap(EnvironmentReading::cycle)
                .map(cycle -> words.text("change.base", "cycle", Visible.line(cycle)))
                .orElseGet(() -> words.text("change.base-number", "n", id.number()));
    }

    private String moved(JournalEntry act) {
        String names =
                act.moved().stream().limit(NAMED).map(this::move).collect(Collectors.joining(words.text("comma")));
        int more = act.movedCount() - Math.min(NAMED, act.moved().size());
        return more > 0 ? words.text("change.more", "names", names, "n", more) : names;
    }

    private String move(PackageMove move) {
        return words.text(
                "change.move",
                "name",
                move.name().text(),
                "commit",
                move.to().map(CommitId::abbreviated).orElseGet(() -> words.text("absent")));
    }

    private String by(JournalEntry act) {
        Optional<KeptOut> keptOut = KeptOut.of(act);
        if (keptOut.isPresent()) {
            // Whose commit it is; that the auto-pull found it is no news.
            return Visible.line(keptOut.get().author());
        }
        List<String> parts = new ArrayList<>();
        String actor = Visible.line(act.actor());
        parts.add(act.initials()
                .map(each -> words.text("by.initials", "actor", actor, "initials", Visible.line(each)))
                .orElse(actor));
        act.reason().map(Visible::line).ifPresent(parts::add);
        return String.join(words.text("separator"), parts);
    }

    private String live(Turn turn, Timeline timeline, Instant now) {
        boolean isGone = turn.to().filter(timeline.facts()::isGone).isPresent();
        String span = wasLive(turn, timeline, now);
        return isGone ? words.text("live.pruned", "span", span) : span;
    }

    private String wasLive(Turn turn, Timeline timeline, Instant now) {
        if (turn.live().isPresent()) {
            Turn.Live live = turn.live().get();
            String span = span(live.length(now));
            return live.isNow() ? words.text("live.now", "span", span) : span;
        }
        boolean wasLater = turn.to()
                .filter(id -> timeline.turns().stream()
                        .flatMap(each -> each.live().stream())
                        .anyMatch(live -> live.generation().equals(id)))
                .isPresent();
        boolean couldHave = turn.link() == Turn.Link.DEPLOY || turn.link() == Turn.Link.NONE;
        return words.text(!couldHave || wasLater ? "live.none" : "live.never");
    }

    /** {@code 41 min}, {@code 3 h 7 min}, {@code 2 d 3 h}. */
    private String span(Duration span) {
        if (span.toHours() == 0) {
            return times.duration(span);
        }
        return span.toDays() == 0
                ? words.text("span.hours", "h", span.toHours(), "min", span.toMinutesPart())
                : words.text("span.days", "d", span.toDays(), "h", span.toHoursPart());
    }

    private String hint(Turn turn) {
        List<String> lines = new ArrayList<>();
        lines.add(times.exact(turn.act().at()));
        turn.to().ifPresent(id -> lines.add(words.text("change.generation", "n", id.number())));
        lines.add(by(turn.act()));
        turn.act().moved().forEach(each -> lines.add(move(each)));
        KeptOut.of(turn.act()).ifPresent(each -> lines.add(Visible.line(each.detail())));
        return String.join("\n", lines);
    }
}
