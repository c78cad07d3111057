package org.obsenv.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the commits between a package's pin and what runs. */
@Command(name = "log", sortOptions = false)
final class LogCommand implements Callable<Integer> {
    private static final int AUTHOR_COLUMNS = 18;
    // Mark, seven digits, a date and the author before it.
    private static final int BEFORE_SUBJECT = 2 + 7 + 2 + 10 + 2 + AUTHOR_COLUMNS + 2;

    private final Sources sources;
    private final Screen screen;
    private final Words words = Texts.words();

    @Mixin
    PackageArgument argument = new PackageArgument();

    @Option(names = "--limit", paramLabel = "N")
    int limit = 200;

    @Mixin
    SourceOptions source = new SourceOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    LogCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    @Override
    public Integer call() throws YamlProblem {
        try (Opened opened = source.open(sources)) {
            PackageReading reading = argument.find(opened.reader().refresh().packages());
            return switch (Span.of(reading, argument.head)) {
                case Known.Unknown<Span>(String reason) -> unknown(reading, reason);
                case Known.Value<Span>(Span span) ->
                    switch (opened.changes().commits(reading.name(), span.pin(), span.commit(), limit)) {
                        case Known.Unknown<CommitRange>(String reason) -> unknown(reading, reason);
                        case Known.Value<CommitRange>(CommitRange range) -> print(span, range, opened.zone());
                    };
            };
        }
    }

    private int unknown(PackageReading reading, String reason) {
        screen.err()
                .println(words.text("changes.unknown", "package", reading.name(), "reason", screen.foreign(reason)));
        return ExitCodes.UNKNOWN;
    }

    private int print(Span span, CommitRange range, ZoneId zone) {
        screen.line(Screen.Style.STRONG, screen.foreign(span.title()));
        side("+ ", Screen.Style.GOOD, range.gained(), zone);
        side("- ", Screen.Style.BAD, range.lost(), zone);
        if (range.cut() > 0) {
            screen.line(Screen.Style.FAINT, words.count("log.cut", range.cut()));
        }
        return range.gained().isEmpty() && range.lost().isEmpty() && range.cut() == 0
                ? ExitCodes.AT_BASE
                : ExitCodes.DIFFERS;
    }

    private void side(String mark, Screen.Style style, List<CommitSummary> commits, ZoneId zone) {
        DateTimeFormatter date =
                DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(zone);
        for (CommitSummary each : commits) {
            String author = Screen.cut(screen.foreign(each.author()), AUTHOR_COLUMNS);
            int missing = AUTHOR_COLUMNS - author.codePointCount(0, author.length());
            screen.out()
                    .println(screen.styled(style, mark + each.id().abbreviated())
                            + "  " + date.format(each.at())
                            + "  " + author + " ".repeat(missing)
                            + "  " + screen.fitted(each.subject(), screen.width() - BEFORE_SUBJECT));
        }
    }
}
