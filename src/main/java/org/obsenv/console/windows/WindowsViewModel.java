package org.obsenv.console.windows;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.domain.Known;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowCalendar.Entry;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.SessionTexts;
import org.obsenv.words.Words;

/** The sessions of the next weeks and what this person may say of them. Lives on the FX thread. */
public final class WindowsViewModel {
    private final WindowsParts parts;
    private final InstantSource clock;
    private final String actor;
    private final SignOffRun run;
    private final SessionTexts texts = new SessionTexts();
    private final Words words = Words.of("windows");
    private final ReadOnlyObjectWrapper<WindowCalendar> calendar;
    private final ReadOnlyStringWrapper doubt = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<SessionPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<SessionRow> rows = FXCollections.observableArrayList();
    private final ObservableList<SessionRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private Known<LedgerReading> ledger = Known.unknown("");
    private Optional<SessionRow> chosen = Optional.empty();
    /** A person chose it, or said something of it: then it stays, also when it is over. */
    private boolean isPicked;
    /** A list whose rows are made anew moves its selection, which is nobody's choice. */
    private boolean isFilling;

    /**
     * Shows every session as tentative before the store was looked at.
     *
     * @param readAgain has the store read; what it shows comes through {@link #seen}
     */
    public WindowsViewModel(
            WindowsParts parts,
            BackgroundRunner runner,
            InstantSource clock,
            String actor,
            String workstation,
            Runnable readAgain) {
        this.parts = parts;
        this.clock = clock;
        this.actor = actor;
        this.run = new SignOffRun(parts.gateway(), runner, Words.of("signoff"), workstation, readAgain);
        this.calendar = new ReadOnlyObjectWrapper<>(new WindowCalendar(parts.rules(), List.of(), false));
        show();
    }

    /** What a look at the store showed, or why it could not be read. */
    public void seen(Known<LedgerReading> answer) {
        ledger = answer;
        calendar.set(answer.found()
                .map(reading -> reading.windows().calendar(parts.rules()))
                .orElseGet(() -> new WindowCalendar(parts.rules(), List.of(), false)));
        doubt.set(Stream.concat(texts.doubt(answer).stream(), texts.adrift(calendar.get(), clock.instant()).stream())
                .collect(Collectors.joining("\n")));
        show();
        answer.found().ifPresent(run::seen);
    }

    private Sessions sessions() {
        return new Sessions(parts, calendar.get(), ledger, actor, clock.instant());
    }

    private void show() {
        Sessions sessions = sessions();
        List<SessionRow> fresh = sessions.entries().stream().map(sessions::row).toList();
        if (!rows.equals(fresh)) {
            isFilling = true;
            rows.setAll(fresh);
            isFilling = false;
        }
        // Until somebody chooses: what is open, else what comes next.
        if (!isPicked || chosenEntry(sessions).isEmpty()) {
            isPicked = false;
            chosen = fresh.stream().filter(each -> !each.quiet()).findFirst().or(() -> fresh.stream()
                    .findFirst());
        }
        page.set(chosenEntry(sessions).map(sessions::page));
    }

    private Optional<Entry> chosenEntry(Sessions sessions) {
        return chosen.flatMap(row -> sessions.entries().stream()
                .filter(each -> sessions.row(each).isOf(row))
                .findFirst());
    }

    void choose(SessionRow row) {
        if (isFilling) {
            return;
        }
        isPicked |= chosen.filter(row::isOf).isEmpty();
        chosen = Optional.of(row);
        show();
    }

    /** Says that the chosen session takes place as it stands on the page. */
    void confirm() {
        if (page.get().flatMap(SessionPage::confirms).isPresent()) {
            chosenEntry(sessions())
                    .map(Entry::now)
                    .map(WindowsViewModel::confirmed)
                    .ifPresent(this::say);
        }
    }

    private static WindowChange confirmed(WindowSession session) {
        return new WindowChange.Confirmed(session.window(), session.name());
    }

    /** What comes of a form that is filled so. */
    Saying.Draft draft(Saying saying, String start, String end) {
        Sessions sessions = sessions();
        return chosenEntry(sessions)
                .map(entry -> sessions.draft(entry, saying, start, end))
                .orElseGet(() -> new Saying.Draft.Unfit(""));
    }

    /** Says it, bound to what the page shows. */
    void say(WindowChange change) {
        isPicked = true;
        ledger.found()
                .ifPresent(reading -> run.start(new SessionTask(
                        new Ask.OnWindows(reading.windows().revision(), change), actor, act -> sessions()
                                .told(act))));
    }

    public ReadOnlyObjectProperty<WindowCalendar> calendarProperty() {
        return calendar.getReadOnlyProperty();
    }

    /** Why nothing counts as confirmed, and what was said in vain; empty when all of it is known, genuine and counts. */
    ReadOnlyStringProperty doubtProperty() {
        return doubt.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SessionPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ObservableList<SessionRow> rows() {
        return rowsView;
    }

    SignOffRun run() {
        return run;
    }

    Words words() {
        return words;
    }

    /** The sessions in plain text. */
    public String asText() {
        return rows.stream().map(each -> each.line() + "\n").collect(Collectors.joining());
    }
}
