package org.obsenv.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.handover.Handover;
import org.obsenv.domain.handover.HandoverReader;
import org.obsenv.domain.timeline.Night;
import org.obsenv.words.HandoverSection;
import org.obsenv.words.HandoverWords;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a night hands to the day, as Markdown. */
@Command(name = "handover", sortOptions = false)
final class HandoverCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;
    private final InstantSource clock;

    @Option(names = "--night", paramLabel = "DAY")
    @Nullable
    LocalDate day;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    HandoverCommand(Sources sources, Screen screen, InstantSource clock) {
        this.sources = sources;
        this.screen = screen;
        this.clock = clock;
    }

    @Override
    public Integer call() throws YamlProblem {
        try (Opened opened = sources.site(site.file())) {
            Instant now = clock.instant();
            Night night = Optional.ofNullable(day)
                    .map(each -> new Night(each, opened.zone()))
                    .orElseGet(() -> Night.at(now, opened.zone()));
            Handover handover = new HandoverReader(
                            opened.timeline().orElseThrow(),
                            opened.changes(),
                            opened.histories().orElseThrow(),
                            opened.alarms().orElseThrow(),
                            opened.cscs().orElseThrow())
                    .read(opened.reader().refresh(), night, now);
            HandoverWords words = new HandoverWords(opened.zone());
            screen.out().print(words.markdown(handover));
            boolean isKnown =
                    words.sections(handover).stream().noneMatch(each -> each.tone() == HandoverSection.Tone.UNKNOWN);
            return isKnown ? ExitCodes.AT_BASE : ExitCodes.UNKNOWN;
        }
    }
}
