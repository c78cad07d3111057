package org.obsenv.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.Mark;
import org.obsenv.domain.timeline.KeptOut;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.domain.timeline.TimelineFacts;
import org.obsenv.domain.timeline.Turn;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what ran when, newest first. */
@Command(name = "timeline", sortOptions = false)
final class TimelineCommand implements Callable<Integer> {
    private static final int WHAT_COLUMNS = 10;
    private static final int NAMED = 3;

    private final Sources sources;
    private final Screen screen;
    private final Words words = Texts.words();
    private final Texts texts = new Texts();

    @Option(names = "--limit", paramLabel = "N")
    int limit = 30;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    TimelineCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    @Override
    public Integer call() throws YamlProblem {
        try (Opened opened = sources.site(site.file())) {
            return switch (opened.timeline().orElseThrow().read()) {
                case Known.Unknown<TimelineFacts>(String reason) -> {
                    screen.err().println(words.text("timeline.unknown", "reason", screen.foreign(reason)));
                    yield ExitCodes.UNKNOWN;
                }
                case Known.Value<TimelineFacts>(TimelineFacts facts) -> print(Timeline.of(facts), opened);
            };
        }
    }

    private int print(Timeline timeline, Opened opened) {
        TimelineFacts facts = timeline.facts();
        timeline.turns().stream().limit(limit).forEach(turn -> print(turn, facts, opened));
        if (timeline.turns().size() > limit) {
            screen.line(
                    Screen.Style.FAINT,
                    words.text("timeline.cut", "n", timeline.turns().size() - limit));
        }
        if (!facts.isWhole()) {
            screen.line(Screen.Style.WARNING, words.text("timeline.gaps"));
        }
        return facts.isWhole() ? ExitCodes.AT_BASE : ExitCodes.UNKNOWN;
    }

    private void print(Turn turn, TimelineFacts facts, Opened opened) {
        JournalEntry act = turn.act();
        String key = "timeline.act." + act.act();
        String what = words.has(key) ? words.text(key) : screen.foreign(act.act());
        boolean isNow = turn.live().filter(Turn.Live::isNow).isPresent();
        screen.line(
                isNow ? Screen.Style.STRONG : Screen.Style.PLAIN,
                ClockTimes.of(act.at(), opened.zone())
                        + "  " + what + " ".repeat(Math.max(0, WHAT_COLUMNS - what.length()))
                        + "  " + String.join(words.text("timeline.separator"), parts(turn, facts)));
    }

    private List<String> parts(Turn turn, TimelineFacts facts) {
        JournalEntry act = turn.act();
        if (KeptOut.of(act).isPresent()) {
            return refused(KeptOut.of(act).get());
        }
        List<String> parts = new ArrayList<>();
        turn.to().ifPresent(id -> parts.add(words.text("timeline.generation", "n", id.number())));
        if (!act.moved().isEmpty()) {
            parts.add(moved(act));
        }
        parts.add(screen.foreign(act.actor()));
        act.reason().ifPresent(reason -> parts.add(screen.foreign(reason)));
        parts.add(turn.live()
                .map(live -> words.text(
                        live.isNow() ? "timeline.live" : "timeline.was-live",
                        "span",
                        texts.span(live.length(facts.readAt()))))
                .orElseGet(() -> words.text("timeline.never-live")));
        turn.to().filter(facts::isGone).ifPresent(id -> parts.add(words.text("timeline.pruned")));
        mark(turn.to(), facts)
                .ifPresent(mark -> parts.add(words.text("timeline.good", "by", screen.foreign(mark.by()))));
        return parts;
    }

    private List<String> refused(KeptOut keptOut) {
        String commit = keptOut.move().to().map(each -> each.abbreviated()).orElse("");
        return List.of(
                words.text(
                        "timeline.refused",
                        "name",
                        keptOut.move().name().text(),
                        "commit",
                        commit,
                        "what",
                        screen.foreign(keptOut.what())),
                screen.foreign(keptOut.author()),
                words.text("timeline.never-live"));
    }

    private static Optional<Mark> mark(Optional<GenerationId> id, TimelineFacts facts) {
        return id.flatMap(facts::mark);
    }

    private String moved(JournalEntry act) {
        String names = act.moved().stream()
                .limit(NAMED)
                .map(move -> move.name().text()
                        + move.to().map(commit -> " " + commit.abbreviated()).orElse(""))
                .collect(Collectors.joining(", "));
        return act.movedCount() > NAMED
                ? words.text("timeline.more", "names", names, "n", act.movedCount() - NAMED)
                : names;
    }
}
