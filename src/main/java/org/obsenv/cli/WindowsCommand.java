package org.obsenv.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.words.SessionTexts;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the sessions of maintenance windows that start from one UTC day up to the end of another. */
@Command(name = "windows", sortOptions = false)
final class WindowsCommand implements Callable<Integer> {
    private final Words words = Texts.words();
    private final SessionTexts texts = new SessionTexts();
    private final Sources sources;
    private final Screen screen;

    @Option(names = "--from", paramLabel = "DATE", converter = Dates.class)
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", converter = Dates.class)
    @Nullable
    LocalDate to;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(names = "--json")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    @Spec
    @Nullable
    CommandSpec spec;

    private WindowsCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    /** With the announcements of single sessions. */
    static CommandLine line(Sources sources, Screen screen, InstantSource clock) {
        CommandLine line = new CommandLine(new WindowsCommand(sources, screen));
        line.addSubcommand("announce", new AnnounceCommand(sources, screen, clock));
        return line;
    }

    @Override
    public Integer call() throws YamlProblem {
        LocalDate first = from;
        LocalDate last = to;
        // Not required of the option itself, which would be asked for with an announcement too.
        if (first == null || last == null) {
            throw unusable(words.text("usage.no-dates"));
        }
        if (last.isBefore(first)) {
            throw unusable(words.text("usage.dates-reversed", "from", first, "to", last));
        }
        SiteWindows windows = SiteWindows.read(sources, site);
        WindowCalendar calendar = windows.calendar();
        Instant begin = midnight(first);
        Instant end = midnight(last.plusDays(1));
        if (json) {
            screen.out()
                    .print(Json.write(calendar.starting(begin, end).stream()
                            .map(WindowsCommand::fields)
                            .toList()));
        } else {
            calendar.entries(begin, end).stream()
                    .filter(each -> !each.now().start().isBefore(begin))
                    .forEach(each -> print(calendar, each));
        }
        windows.tellAdrift(screen, begin);
        return windows.tellDoubt(screen);
    }

    private ParameterException unusable(String told) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), told);
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Map<String, Object> fields(WindowSession session) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("window", session.window());
        fields.put("start", session.start());
        fields.put("end", session.end());
        fields.put("tentative", session.isTentative());
        return fields;
    }

    private void print(WindowCalendar calendar, WindowCalendar.Entry entry) {
        WindowSession session = entry.now();
        screen.out()
                .println(words.text(
                        "windows.line",
                        "window",
                        Visible.of(session.window()),
                        "session",
                        session.name().text(),
                        "times",
                        texts.utc(session),
                        "state",
                        texts.state(calendar, entry)));
    }
}
