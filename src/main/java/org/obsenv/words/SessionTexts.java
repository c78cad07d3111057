package org.obsenv.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.obsenv.domain.Known;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowCalendar.Entry;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowSession;

/** When a session of a maintenance window is and how it stands, in words: UTC first, then the window's own time. */
public final class SessionTexts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Words words = Words.of("windows");

    /** E.g. {@code Wed 2026-12-02 16:00–20:00 UTC}. */
    public String utc(WindowSession session) {
        return times("times.utc", session, ZoneOffset.UTC);
    }

    /** As {@link #utc}, where there is little room: {@code Thu 2026-11-26 23:00–Fri 01:00 UTC}. */
    public String narrow(WindowSession session) {
        return times("times.list", session, ZoneOffset.UTC);
    }

    /** E.g. {@code Wed 2026-12-02 13:00–17:00 America/Santiago}. */
    public String local(WindowSession session, ZoneId zone) {
        return times("times.local", session, zone);
    }

    private String times(String key, WindowSession session, ZoneId zone) {
        ZonedDateTime start = session.start().atZone(zone);
        ZonedDateTime end = session.end().atZone(zone);
        boolean isOneDay = start.toLocalDate().equals(end.toLocalDate());
        return words.text(
                isOneDay ? key : key + ".over",
                "day",
                DAY.format(start),
                "start",
                TIME.format(start),
                "end-day",
                DAY.format(end),
                "end-weekday",
                WEEKDAY.format(end),
                "end",
                TIME.format(end),
                "zone",
                zone.getId());
    }

    /** Whether it takes place, and by whose word. */
    public String state(WindowCalendar calendar, Entry entry) {
        Optional<String> lastBy = calendar.lastAct(entry.now()).map(WindowAct::actor);
        Optional<String> by = entry.takesPlace() ? entry.now().confirmedBy() : lastBy;
        return words.text(
                "state." + kind(calendar, entry), "by", Visible.of(by.orElse("")), "planned", utc(entry.planned()));
    }

    /** The same in a word. */
    public String brief(WindowCalendar calendar, Entry entry) {
        return words.text("brief." + kind(calendar, entry));
    }

    private static String kind(WindowCalendar calendar, Entry entry) {
        if (!entry.takesPlace()) {
            return "cancelled";
        }
        String tentative = entry.now().isTentative() ? ".tentative" : "";
        if (entry.isMoved()) {
            return "moved" + tentative;
        }
        if (entry.now().name() instanceof SessionName.Extra) {
            return "added" + tentative;
        }
        boolean overran = calendar.lastAct(entry.now())
                .filter(act -> act.change() instanceof WindowChange.Overran)
                .isPresent();
        return tentative.isEmpty() ? overran ? "overran" : "confirmed" : "tentative";
    }

    /** Which session it is, when by both clocks, and how it stands. */
    public String said(WindowCalendar calendar, Entry entry, ZoneId zone) {
        return words.text(
                "said",
                "window",
                Visible.of(entry.now().window()),
                "session",
                entry.now().name().text(),
                "utc",
                utc(entry.now()),
                "local",
                local(entry.now(), zone),
                "state",
                state(calendar, entry));
    }

    /** Why nothing that was said of sessions counts now; empty when all of it is known and genuine. */
    public Optional<String> doubt(Known<LedgerReading> ledger) {
        return switch (ledger) {
            case Known.Unknown<LedgerReading>(String reason) ->
                Optional.of(words.text("doubt.unknown", "problem", reason));
            case Known.Value<LedgerReading>(LedgerReading reading) ->
                reading.windows().doubt().map(doubt -> broken(reading)
                        .orElseGet(() -> words.text(
                                "doubt.unverified",
                                "act",
                                doubt.from(),
                                "problem",
                                words.text("doubt." + doubt.why().written()))));
        };
    }

    /** What was said and counts no more, since the rules were changed; a line each. */
    public List<String> adrift(WindowCalendar calendar, Instant from) {
        return calendar.adrift(from).stream()
                .map(act -> words.text(
                        "adrift",
                        "by",
                        Visible.of(act.actor()),
                        "window",
                        Visible.of(act.change().window()),
                        "session",
                        act.change().about().map(SessionName::text).orElse("")))
                .toList();
    }

    /** A document that is no document says more than that it was changed. */
    private Optional<String> broken(LedgerReading reading) {
        return reading.broken().stream()
                .filter(each -> each.document().equals("windows.yaml"))
                .findFirst()
                .map(each -> words.text("doubt.unknown", "problem", Visible.of(each.problem())));
    }
}
