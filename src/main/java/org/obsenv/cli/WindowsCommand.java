package org.obsenv.cli;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.site.SiteFile;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the maintenance windows that start from one UTC day up to the end of another. */
@Command(name = "windows", sortOptions = false)
final class WindowsCommand implements Callable<Integer> {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Words words = Texts.words();
    private final Screen screen;

    @Option(names = "--from", paramLabel = "DATE", required = true, converter = Dates.class)
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DATE", required = true, converter = Dates.class)
    LocalDate to = LocalDate.EPOCH;

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

    WindowsCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws YamlProblem {
        if (to.isBefore(from)) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    words.text("usage.dates-reversed", "from", from, "to", to));
        }
        List<WindowSession> sessions =
                new WindowCalendar(rules(), List.of()).starting(midnight(from), midnight(to.plusDays(1)));
        if (json) {
            screen.out()
                    .print(Json.write(
                            sessions.stream().map(WindowsCommand::fields).toList()));
        } else {
            sessions.forEach(this::print);
        }
        return 0;
    }

    /** Without a site, the windows that every site has until it names its own. */
    private List<WindowRule> rules() throws YamlProblem {
        return site.isGiven() || Files.exists(site.file())
                ? SiteFile.read(site.file()).windows()
                : WindowRule.DEFAULTS;
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

    private void print(WindowSession session) {
        String key = session.isTentative() ? "windows.tentative" : "windows.confirmed";
        screen.out()
                .println(words.text(
                        key,
                        "window",
                        Visible.of(session.window()),
                        "start",
                        SHOWN.format(session.start()),
                        "end",
                        SHOWN.format(session.end()),
                        "by",
                        Visible.of(session.confirmedBy().orElse(""))));
    }
}
