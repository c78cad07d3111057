package org.obsenv.console.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.JournalReader;
import org.obsenv.domain.Known;
import org.obsenv.words.Words;

/** The last acts, read again every few seconds. What cannot be read is said, never shown as "nothing". FX thread. */
public final class JournalViewModel {
    private static final int LAST = 100;
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration DAY = Duration.ofHours(24);

    /** Whether the journal can be read. */
    public sealed interface Access {
        record NotYet() implements Access {}

        record Yes() implements Access {}

        record No(String reason) implements Access {}
    }

    private final JournalReader reader;
    private final Newest question;
    private final Ticker ticker;
    private final InstantSource clock;
    private final Words words;
    private final JournalTexts texts;
    private final ReadOnlyObjectWrapper<Access> access = new ReadOnlyObjectWrapper<>(new Access.NotYet());
    private final ObservableList<JournalRow> rows = FXCollections.observableArrayList();
    private final ObservableList<JournalRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<JournalRow> lastDay = FXCollections.observableArrayList();
    private final ObservableList<JournalRow> lastDayView = FXCollections.unmodifiableObservableList(lastDay);
    private @Nullable Instant askedAt;

    public JournalViewModel(
            JournalReader reader, BackgroundRunner runner, Ticker ticker, InstantSource clock, Words words) {
        this.reader = reader;
        this.question = new Newest(runner, Lane.JOURNAL);
        this.ticker = ticker;
        this.clock = clock;
        this.words = words;
        this.texts = new JournalTexts(words);
    }

    /** Reads now and then every few seconds, until the returned ticking is stopped. */
    public Ticker.Ticking start() {
        read();
        return ticker.every(AGAIN, this::tick);
    }

    /** Reads now; an answer that is under way is older and is dropped. */
    public void read() {
        askedAt = clock.instant();
        question.ask(() -> reader.newest(LAST), this::answered, this::broken);
    }

    private void tick() {
        if (askedAt == null) {
            read();
        } else if (Duration.between(askedAt, clock.instant()).compareTo(PATIENCE) > 0) {
            unreadable(words.text("journal.silent"));
        }
    }

    private void answered(Known<List<Known<JournalEntry>>> answer) {
        askedAt = null;
        switch (answer) {
            case Known.Unknown<List<Known<JournalEntry>>>(String reason) -> unreadable(reason);
            case Known.Value<List<Known<JournalEntry>>>(List<Known<JournalEntry>> entries) -> {
                Instant now = clock.instant();
                List<JournalRow> fresh = texts.rows(entries, now);
                List<JournalRow> recent = fresh.stream()
                        .filter(each -> each.at().isAfter(now.minus(DAY)))
                        .toList();
                replace(rows, fresh);
                replace(lastDay, recent);
                access.set(new Access.Yes());
            }
        }
    }

    private static void replace(ObservableList<JournalRow> list, List<JournalRow> fresh) {
        if (!list.equals(fresh)) {
            list.setAll(fresh);
        }
    }

    private void broken(RuntimeException problem) {
        askedAt = null;
        unreadable(Optional.ofNullable(problem.getMessage()).orElse(problem.toString()));
    }

    private void unreadable(String reason) {
        rows.clear();
        lastDay.clear();
        access.set(new Access.No(reason));
    }

    /** True when one of the acts that were read gives this reason. */
    public boolean tells(String reason) {
        return rows.stream().anyMatch(row -> row.text().contains(reason));
    }

    /** The newest first. */
    public ObservableList<JournalRow> rows() {
        return rowsView;
    }

    /** Those of the last 24 hours. */
    public ObservableList<JournalRow> lastDay() {
        return lastDayView;
    }

    public ReadOnlyObjectProperty<Access> accessProperty() {
        return access.getReadOnlyProperty();
    }
}
