package org.obsenv.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.signoff.WindowsReading;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.SessionTexts;
import org.obsenv.words.Visible;
import org.obsenv.words.WallTime;
import picocli.CommandLine.Parameters;

/** Says something of a session, and then when it is: in UTC and by the clock of its window. */
abstract class WindowDeedCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "WINDOW")
    String window = "";

    private final SessionTexts texts = new SessionTexts();

    WindowDeedCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    /** What is to be written. */
    abstract WindowChange change(WindowRule rule) throws LedgerAccess.Unusable;

    @Override
    int act(LedgerAccess ledger) throws LedgerAccess.Unusable {
        WindowCalendar calendar = new WindowCalendar(ledger.opened().windows(), List.of());
        WindowRule rule = calendar.rule(window)
                .orElseThrow(() -> unusable(words.text(
                        "windows.unknown", "window", Visible.of(window), "known", SessionNames.windows(calendar))));
        WindowChange change = change(rule);
        int code = ledger.act(new Ask.OnWindows(ledger.read().windows().revision(), change));
        if (code == ExitCodes.AT_BASE) {
            tell(ledger.read().windows(), rule, change);
        }
        return code;
    }

    /** As the store shows it now: nobody confirms the wrong hour unseen. */
    private void tell(WindowsReading reading, WindowRule rule, WindowChange change) {
        WindowCalendar calendar = reading.calendar(List.of(rule));
        SessionName name = change.about().orElseGet(() -> newest(reading, change));
        calendar.find(rule.name(), name)
                .ifPresent(entry -> screen.out().println(texts.said(calendar, entry, rule.zone())));
    }

    private static SessionName newest(WindowsReading reading, WindowChange change) {
        return new SessionName.Extra(reading.acts().stream()
                .filter(act -> act.change().equals(change))
                .mapToInt(WindowAct::number)
                .max()
                .orElse(1));
    }

    /** A time of the window's clock, or an instant. */
    Instant time(String text, WindowRule rule) throws LedgerAccess.Unusable {
        return switch (WallTime.parse(text, rule.zone())) {
            case WallTime.At(Instant instant) -> instant;
            case WallTime.Unusable(String problem) -> throw unusable(problem);
        };
    }

    Instant after(Instant start, Instant end) throws LedgerAccess.Unusable {
        return Optional.of(end)
                .filter(start::isBefore)
                .orElseThrow(() -> unusable(words.text("windows.end-before-start")));
    }

    private LedgerAccess.Unusable unusable(String told) {
        return new LedgerAccess.Unusable(ExitCodes.USAGE, words.text("windows.nothing-done", "problem", told));
    }
}
