package org.obsenv.console.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.obsenv.console.support.Times;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.Mark;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.timeline.Night;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** The night in two sentences. Pure. */
final class NightTexts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final List<String> TOLD =
            List.of("sync", "let-pass", "refused", "rollback", "switch", "resume", "set-base", "setup");

    private final Words words;
    private final ZoneId zone;

    NightTexts(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    NightLook look(TimelineSight sight, Optional<EnvironmentReading> reading, Instant now) {
        Night night = Night.at(now, zone);
        return switch (sight) {
            case TimelineSight.NotYet none ->
                new NightLook(words.text("title.not-yet"), sub(night, words.text("reading"), reading), "");
            case TimelineSight.Blind(String reason) ->
                new NightLook(
                        words.text("title.unknown"),
                        sub(night, words.text("unknown"), reading),
                        words.text("warning.unreadable", "reason", Visible.line(reason)));
            case TimelineSight.Seen seen -> {
                boolean isCertain = seen.isCertain();
                yield new NightLook(
                        title(seen.timeline(), night, isCertain),
                        sub(night, isCertain ? start(seen.timeline(), night) : words.text("unknown"), reading),
                        warning(seen));
            }
        };
    }

    private String title(Timeline timeline, Night night, boolean isCertain) {
        List<String> told = new ArrayList<>();
        for (String act : TOLD) {
            long n = timeline.turns().stream()
                    .map(turn -> turn.act())
                    .filter(each -> each.act().equals(act) && night.contains(each.at()))
                    .count();
            if (n > 0) {
                told.add(words.count("tonight." + act, n));
            }
        }
        String acts = String.join(words.text("comma"), told);
        if (told.isEmpty()) {
            return words.text(isCertain ? "title.quiet" : "title.unknown");
        }
        return words.text(isCertain ? "title" : "title.at-least", "acts", acts);
    }

    private String start(Timeline timeline, Night night) {
        return timeline.liveAt(night.start())
                .map(id -> words.text("generation", "n", id.number()))
                .orElseGet(() -> words.text("unknown"));
    }

    private String sub(Night night, String start, Optional<EnvironmentReading> reading) {
        return words.text(
                "sub",
                "day",
                DAY.format(night.day()),
                "place",
                Times.placeOf(zone),
                "start",
                start,
                "now",
                reading.map(this::now).orElseGet(() -> words.text("reading")));
    }

    private String now(EnvironmentReading reading) {
        return switch (reading.current()) {
            case SwitchState.Following(GenerationId id, var token) ->
                words.text("now.following", "generation", generation(id, reading));
            case SwitchState.Held(GenerationId id, var token, var by, var resuming) ->
                words.text("now.held", "generation", generation(id, reading));
            case SwitchState.WatchOnly none -> words.text("unknown");
            case SwitchState.Unknown none -> words.text("unknown");
        };
    }

    private String generation(GenerationId id, EnvironmentReading reading) {
        boolean isBase = reading.base().proven().equals(Optional.of(id));
        return words.text(isBase ? "generation.base" : "generation", "n", id.number());
    }

    private String warning(TimelineSight.Seen seen) {
        List<String> all = new ArrayList<>();
        switch (seen.timeline().doubt()) {
            case NONE -> {}
            case GAPS -> all.add(words.text("warning.gaps"));
            case DOES_NOT_FIT -> all.add(words.text("warning.does-not-fit"));
        }
        long marks = unknown(seen.timeline().facts().marks());
        if (marks > 0) {
            all.add(words.count("warning.marks", marks));
        }
        return String.join(" ", all);
    }

    private static long unknown(List<Known<Mark>> marks) {
        return marks.stream().filter(each -> each.found().isEmpty()).count();
    }
}
