package org.obsenv.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.obsenv.domain.Known;
import org.obsenv.domain.trace.Acknowledgement;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.words.AlarmTexts;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the alarms about what of the environment can be traced. Ends with 1 while one waits for somebody. */
@Command(sortOptions = false)
final class AlarmsCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;
    private final Words words = Texts.words();
    private final AlarmTexts texts = new AlarmTexts();

    @Option(names = "--all")
    boolean all;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    AlarmsCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    @Override
    public Integer call() throws YamlProblem {
        try (Opened opened = sources.site(site.file())) {
            return switch (opened.alarms().orElseThrow().read()) {
                case Known.Unknown<Alarms>(String reason) -> {
                    screen.line(Screen.Style.BAD, words.text("alarms.unknown", "reason", screen.foreign(reason)));
                    yield ExitCodes.UNKNOWN;
                }
                case Known.Value<Alarms>(Alarms alarms) -> print(alarms, opened);
            };
        }
    }

    private int print(Alarms alarms, Opened opened) {
        List<Alarm> shown = all ? alarms.all() : alarms.open();
        if (shown.isEmpty()) {
            say(words.text("alarms.none"));
        }
        for (Alarm each : shown) {
            screen.line(
                    each.isOpen() ? Screen.Style.WARNING : Screen.Style.STRONG,
                    words.text("alarms.line", "alarm", each.id(), "line", screen.foreign(texts.line(each.cause()))));
            say(words.text("alarms.raised", "time", ClockTimes.of(each.raised(), opened.zone())));
            each.cleared().ifPresent(at -> say(words.text("alarms.cleared", "time", ClockTimes.of(at, opened.zone()))));
            each.acknowledged().ifPresent(done -> say(acknowledged(done, opened)));
            if (each.isOpen()) {
                say(words.text("alarms.text", "text", texts.means(each.cause().kind())));
                say(words.text("alarms.text", "text", texts.next(each.cause().kind())));
            }
        }
        return alarms.open().isEmpty() ? ExitCodes.AT_BASE : ExitCodes.DIFFERS;
    }

    private String acknowledged(Acknowledgement done, Opened opened) {
        return words.text(
                "alarms.acknowledged",
                "by",
                screen.foreign(done.by()),
                "time",
                ClockTimes.of(done.at(), opened.zone()),
                "note",
                screen.foreign(done.note()));
    }

    private void say(String line) {
        screen.out().println(line);
    }
}
