package org.obsenv.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the commits between a package's pin and what runs. */
@Command(name = "log", sortOptions = false)
final class LogCommand extends SpanCommand {
    private static final int AUTHOR_COLUMNS = 18;
    // Mark, seven digits, a date and the author before it.
    private static final int BEFORE_SUBJECT = 2 + 7 + 2 + 10 + 2 + AUTHOR_COLUMNS + 2;

    @Option(names = "--limit", paramLabel = "N")
    int limit = 200;

    LogCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    @Override
    Known<Integer> print(Opened opened, PackageReading reading, Span span) {
        return opened.changes()
                .commits(reading.name(), span.pin(), span.commit(), limit)
                .map(range -> print(span, range, opened.zone()));
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
