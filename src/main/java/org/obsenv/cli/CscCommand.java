package org.obsenv.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.obsenv.domain.CscList;
import org.obsenv.domain.CscUnderTest;
import org.obsenv.domain.Known;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the CSCs under test; its subcommands keep the list. */
@Command(sortOptions = false)
final class CscCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;
    private final Words words = Texts.words();

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    private CscCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    static CommandLine line(Sources sources, Screen screen, Waiting waiting) {
        CommandLine line = new CommandLine(new CscCommand(sources, screen));
        line.addSubcommand("list", new CscCommand(sources, screen));
        line.addSubcommand("add", new CscAddCommand(sources, screen, waiting));
        line.addSubcommand("end", new CscEndCommand(sources, screen, waiting));
        return line;
    }

    @Override
    public Integer call() throws YamlProblem {
        try (Opened opened = sources.site(site.file())) {
            return switch (opened.cscs().orElseThrow().read()) {
                case Known.Unknown<CscList>(String reason) -> {
                    screen.line(Screen.Style.BAD, words.text("csc.unknown", "reason", screen.foreign(reason)));
                    yield ExitCodes.UNKNOWN;
                }
                case Known.Value<CscList>(CscList list) -> print(list, opened);
            };
        }
    }

    private int print(CscList list, Opened opened) {
        if (list.entries().isEmpty()) {
            screen.out().println(words.text("csc.none"));
        }
        Instant now = Instant.now();
        for (CscUnderTest each : list.entries()) {
            boolean isOver = each.isOverdue(now);
            String until = each.until()
                    .map(end -> words.text(
                            isOver ? "switch.overdue" : "switch.until", "time", ClockTimes.of(end, opened.zone())))
                    .orElse("");
            screen.line(
                    isOver ? Screen.Style.WARNING : Screen.Style.STRONG,
                    words.text(
                            "csc.line",
                            "name",
                            screen.foreign(each.name()),
                            "version",
                            screen.foreign(each.version()),
                            "return",
                            screen.foreign(each.returnTo()),
                            "until",
                            until));
            screen.out()
                    .println(words.text(
                            "csc.since",
                            "time",
                            ClockTimes.of(each.since(), opened.zone()),
                            "by",
                            screen.foreign(each.by())));
            each.steps().lines().forEach(step -> screen.out()
                    .println(words.text("csc.step", "text", screen.foreign(step))));
        }
        return ExitCodes.AT_BASE;
    }
}
