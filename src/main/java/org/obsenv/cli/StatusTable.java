package org.obsenv.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;
import org.obsenv.words.Words;

/** A reading for people, in eighty columns: the verdict, what holds, then one row a package, worst first. */
final class StatusTable {
    private static final int PIN_COLUMNS = 18;
    private static final int DRIFT_COLUMNS = 12;
    private static final int COMMIT_COLUMNS = 7;

    private final Screen screen;
    private final ZoneId zone;
    private final Words words = Texts.words();
    private final Texts texts = new Texts();

    StatusTable(Screen screen, ZoneId zone) {
        this.screen = screen;
        this.zone = zone;
    }

    void print(EnvironmentReading reading) {
        heading(reading);
        screen.out().println();
        int nameColumns = reading.packages().stream()
                .mapToInt(each -> each.name().text().length())
                .max()
                .orElse(0);
        nameColumns = Math.max(nameColumns, words.text("column.package").length());
        row(
                Screen.Style.STRONG,
                nameColumns,
                List.of(
                        words.text("column.package"),
                        words.text("column.running"),
                        words.text("column.pin"),
                        words.text("column.drift"),
                        words.text("column.deploy")));
        List<PackageReading> worstFirst = reading.packages().stream()
                .sorted(Comparator.comparingInt(StatusTable::goodness))
                .toList();
        for (PackageReading each : worstFirst) {
            print(each, nameColumns);
        }
    }

    void heading(EnvironmentReading reading) {
        Verdict verdict = Verdict.of(reading);
        screen.line(
                style(verdict),
                words.text("heading", "site", screen.foreign(reading.site()), "verdict", texts.verdict(verdict)));
        screen.out().println(current(reading));
        screen.out().println(base(reading));
        screen.out().println(sync(reading));
        for (String problem : reading.problems()) {
            screen.line(Screen.Style.WARNING, words.text("problem", "text", screen.foreign(problem)));
        }
    }

    private static Screen.Style style(Verdict verdict) {
        return switch (verdict) {
            case Verdict.AtBase at -> Screen.Style.GOOD;
            case Verdict.HeldAtBase held -> Screen.Style.GOOD;
            case Verdict.Differ differ -> Screen.Style.WARNING;
            case Verdict.Unknown unknown -> Screen.Style.BAD;
        };
    }

    private String current(EnvironmentReading reading) {
        return switch (reading.current()) {
            case SwitchState.Following following ->
                words.text("switch.following", "generation", following.generation());
            case SwitchState.Held held -> held(held, reading.readAt());
            case SwitchState.WatchOnly none -> words.text("switch.watch-only");
            case SwitchState.Unknown(String reason) -> words.text("switch.unknown", "reason", screen.foreign(reason));
        };
    }

    private String held(SwitchState.Held held, Instant now) {
        String holder = held.by()
                .map(entry -> words.text(
                        "switch.held-by",
                        "actor",
                        screen.foreign(entry.actor()),
                        "time",
                        time(entry.at()),
                        "reason",
                        entry.reason()
                                .map(reason -> words.text("switch.reason", "reason", screen.foreign(reason)))
                                .orElse("")))
                .orElse("");
        String until = held.by()
                .flatMap(JournalEntry::until)
                .map(end -> words.text(now.isBefore(end) ? "switch.until" : "switch.overdue", "time", time(end)))
                .orElse("");
        return words.text("switch.held", "generation", held.generation(), "holder", holder + until);
    }

    private String base(EnvironmentReading reading) {
        String cycle = reading.cycle()
                .map(name -> words.text("base.cycle", "cycle", screen.foreign(name)))
                .orElse("");
        String reviewed = reading.reviewed()
                .map(review ->
                        words.text("base.reviewed", "by", screen.foreign(review.by()), "time", time(review.at())))
                .orElse("");
        String state =
                switch (reading.base()) {
                    case BaseState.Built built -> words.text("base.built", "generation", built.generation());
                    case BaseState.Edited edited -> words.text("base.edited", "generation", edited.generation());
                    case BaseState.NotBuilt none -> words.text("base.not-built");
                    case BaseState.WatchOnly none -> words.text("base.watch-only");
                    case BaseState.Unknown unknown ->
                        words.text("base.unknown", "reason", screen.foreign(unknown.reason()));
                };
        return state + cycle + reviewed;
    }

    private String sync(EnvironmentReading reading) {
        boolean isWatchOnly = reading.current() instanceof SwitchState.WatchOnly;
        return switch (reading.lastSync()) {
            case Known.Value<Instant>(Instant at) ->
                words.text(
                        isWatchOnly ? "scan.at" : "sync.at",
                        "time",
                        time(at),
                        "age",
                        texts.span(Duration.between(at, reading.readAt())));
            case Known.Unknown<Instant>(String reason) ->
                words.text(isWatchOnly ? "scan.unknown" : "sync.unknown", "reason", screen.foreign(reason));
        };
    }

    private String time(Instant at) {
        return ClockTimes.of(at, zone);
    }

    private static int goodness(PackageReading reading) {
        return switch (reading.runningDrift()) {
            case Drift.Unknown unknown -> 0;
            case Drift.Diverged diverged -> 1;
            case Drift.Behind behind -> 2;
            case Drift.Ahead ahead -> 3;
            case Drift.AtPin at -> reading.flags().isEmpty() ? 5 : 4;
        };
    }

    private void print(PackageReading reading, int nameColumns) {
        Screen.Style style =
                switch (reading.runningDrift()) {
                    case Drift.Unknown unknown -> Screen.Style.BAD;
                    case Drift.AtPin at -> Screen.Style.PLAIN;
                    case Drift.Ahead ahead -> Screen.Style.WARNING;
                    case Drift.Behind behind -> Screen.Style.WARNING;
                    case Drift.Diverged diverged -> Screen.Style.WARNING;
                };
        row(
                style,
                nameColumns,
                List.of(
                        reading.name().text(),
                        texts.commit(reading.running()),
                        screen.foreign(texts.pin(reading.pin())),
                        texts.drift(reading.runningDrift()),
                        texts.commit(reading.deployHead())));
        detail(Optional.of(texts.flags(reading)).filter(flags -> !flags.isEmpty()));
        detail(reading.reason());
    }

    private void detail(Optional<String> text) {
        text.ifPresent(each -> screen.line(Screen.Style.FAINT, "    " + screen.foreign(each)));
    }

    private void row(Screen.Style style, int nameColumns, List<String> cells) {
        String line = padded(cells.get(0), nameColumns)
                + "  " + padded(cells.get(1), COMMIT_COLUMNS)
                + "  " + padded(cells.get(2), PIN_COLUMNS)
                + "  " + padded(cells.get(3), DRIFT_COLUMNS)
                + "  " + cells.get(4);
        screen.line(style, line.stripTrailing());
    }

    private static String padded(String text, int columns) {
        String fitted = Screen.cut(text, columns);
        return fitted + " ".repeat(columns - fitted.codePointCount(0, fitted.length()));
    }
}
