package org.obsenv.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.words.Announcement;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what people tell others before and after a session, to copy. */
@Command(name = "announce", sortOptions = false)
final class AnnounceCommand implements Callable<Integer> {
    /** How long after its end a session's end is still announced without naming it. */
    private static final Duration JUST_OVER = Duration.ofDays(1);

    private final Words words = Texts.words();
    private final Sources sources;
    private final Screen screen;
    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "WINDOW")
    String window = "";

    @ArgGroup
    @Nullable
    Which which;

    @Option(names = "--session", paramLabel = "SESSION", converter = SessionNames.class)
    @Nullable
    SessionName session;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    @Spec
    @Nullable
    CommandSpec spec;

    AnnounceCommand(Sources sources, Screen screen, InstantSource clock) {
        this.sources = sources;
        this.screen = screen;
        this.clock = clock;
    }

    /** The start where neither is said. */
    static final class Which {
        @Option(names = "--start", required = true)
        boolean start;

        @Option(names = "--end", required = true)
        boolean end;
    }

    @Override
    public Integer call() throws YamlProblem {
        SiteWindows windows = SiteWindows.read(sources, site);
        WindowCalendar calendar = windows.calendar();
        Instant now = windows.clock(clock).instant();
        boolean isOfEnd = which != null && which.end;
        WindowSession chosen = chosen(calendar, now, isOfEnd);
        Announcement announcement = windows.announcement(now);
        screen.out().print(isOfEnd ? announcement.end(calendar, chosen) : announcement.start(calendar, chosen));
        return windows.tellDoubt(screen);
    }

    private WindowSession chosen(WindowCalendar calendar, Instant now, boolean isOfEnd) {
        if (calendar.rule(window).isEmpty()) {
            throw unusable(words.text(
                    "windows.unknown", "window", Visible.of(window), "known", SessionNames.windows(calendar)));
        }
        SessionName named = session;
        if (named != null) {
            return calendar.find(window, named)
                    .filter(WindowCalendar.Entry::takesPlace)
                    .map(WindowCalendar.Entry::now)
                    .orElseThrow(() ->
                            unusable(words.text("windows.no-session", "window", window, "session", named.text())));
        }
        Optional<WindowSession> last = isOfEnd ? justOver(calendar, now) : Optional.empty();
        return calendar.openAt(window, now)
                .or(() -> last)
                .or(() -> calendar.next(window, now))
                .orElseThrow(() -> unusable(words.text("windows.no-next", "window", window)));
    }

    private Optional<WindowSession> justOver(WindowCalendar calendar, Instant now) {
        return calendar.entries(now.minus(JUST_OVER), now).stream()
                .filter(each -> each.takesPlace() && each.now().window().equals(window))
                .map(WindowCalendar.Entry::now)
                .max(Comparator.comparing(WindowSession::end));
    }

    private ParameterException unusable(String told) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), told);
    }
}
