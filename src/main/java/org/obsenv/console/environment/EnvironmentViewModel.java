package org.obsenv.console.environment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.Tag;
import org.obsenv.console.support.Times;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.words.Words;

/** What the environment page shows. Lives on the FX thread. */
public final class EnvironmentViewModel {
    /** Unknown, diverged, ahead, behind; what a resume would move, what is wrong, what is to be noted; the newest first. */
    static final Comparator<PackageRow> WORST_FIRST = Comparator.comparing(PackageRow::state)
            .reversed()
            .thenComparing(PackageRow::differs, Comparator.reverseOrder())
            .thenComparing(PackageRow::isWrong, Comparator.reverseOrder())
            .thenComparing(PackageRow::needsAttention, Comparator.reverseOrder())
            .thenComparing(
                    row -> row.differs() ? row.changedAt().orElse(Instant.MAX) : Instant.EPOCH,
                    Comparator.reverseOrder())
            .thenComparing(PackageRow::name, String.CASE_INSENSITIVE_ORDER);

    /** Which rows the table shows. */
    public enum Segment {
        ALL,
        DIFFER,
        ATTENTION;

        boolean takes(PackageRow row) {
            return switch (this) {
                case ALL -> true;
                case DIFFER -> row.isKnownToDiffer();
                case ATTENTION -> row.needsAttention();
            };
        }
    }

    private final ReadingFeed feed;
    private final InstantSource clock;
    private final Words words;
    private final Times times;
    private final RowTexts texts;
    private final Headlines headlines;
    private final ReadOnlyObjectWrapper<Headline> headline;
    private final ReadOnlyStringWrapper refreshed = new ReadOnlyStringWrapper("");
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private final ObservableList<PackageRow> rows = FXCollections.observableArrayList();
    // Kept, since a view that nobody holds is collected, and its listeners with it.
    private final ObservableList<String> problemsView = FXCollections.unmodifiableObservableList(problems);
    private final ObservableList<PackageRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final FilteredList<PackageRow> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Segment> segment = new SimpleObjectProperty<>(Segment.ALL);
    private final ObjectProperty<Optional<PackageRow>> chosen = new SimpleObjectProperty<>(Optional.empty());

    public EnvironmentViewModel(ReadingFeed feed, InstantSource clock, Words words) {
        this.feed = feed;
        this.clock = clock;
        this.words = words;
        this.times = new Times(words);
        this.texts = new RowTexts(words);
        this.headlines = new Headlines(words);
        this.headline = new ReadOnlyObjectWrapper<>(headlines.headline(feed.sight(), clock.instant()));
        feed.sightProperty().subscribe(this::renew);
        filter.subscribe(this::narrow);
        segment.subscribe(this::narrow);
    }

    /** A second went by: ages grow. */
    public void tick() {
        Instant now = clock.instant();
        headline.set(headlines.headline(feed.sight(), now));
        refreshed.set(refreshedText(now));
    }

    /** Reads everything again. */
    public void refresh() {
        feed.rescan();
    }

    private void renew() {
        Instant now = clock.instant();
        tick();
        List<PackageRow> fresh = feed.sight()
                .shown()
                .map(reading -> reading.packages().stream()
                        .map(each -> texts.row(each, now, feed.sight() instanceof Sight.Blind))
                        .sorted(WORST_FIRST)
                        .toList())
                .orElseGet(List::of);
        replaceRows(fresh);
        List<String> told = feed.sight() instanceof Sight.Seen(EnvironmentReading reading)
                ? new Alarms(words).of(reading)
                : List.of();
        if (!problems.equals(told)) {
            problems.setAll(told);
        }
        chosen.set(chosen.get().flatMap(was -> find(was.name())));
    }

    /** Only what changed, as long as the order stays: an age that grows by a minute must not redraw the table. */
    private void replaceRows(List<PackageRow> fresh) {
        if (!names(rows).equals(names(fresh))) {
            rows.setAll(fresh);
            return;
        }
        for (int i = 0; i < fresh.size(); i++) {
            if (!rows.get(i).equals(fresh.get(i))) {
                rows.set(i, fresh.get(i));
            }
        }
    }

    private static List<String> names(List<PackageRow> rows) {
        return rows.stream().map(PackageRow::name).toList();
    }

    private Optional<PackageRow> find(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    private void narrow() {
        String wanted = filter.get().strip();
        Segment part = segment.get();
        shown.setPredicate(row -> part.takes(row) && row.mentions(wanted));
    }

    private String refreshedText(Instant now) {
        return switch (feed.sight()) {
            case Sight.NotYet none -> words.text("refreshed.not-yet");
            case Sight.Seen(EnvironmentReading reading) ->
                words.text("refreshed", "age", times.age(reading.readAt(), now));
            case Sight.Blind blind -> words.text("refreshed.unreadable");
        };
    }

    /** Opens the detail of the worst package that has something to show, if none is open. */
    public void chooseWorst() {
        if (chosen.get().isEmpty()) {
            chosen.set(rows.stream()
                    .filter(row -> row.differs() && row.state() != DriftState.UNKNOWN)
                    .findFirst());
        }
    }

    /** Closes the detail; false when none was open. */
    public boolean closeDetail() {
        boolean open = chosen.get().isPresent();
        chosen.set(Optional.empty());
        return open;
    }

    /** How many rows a segment has. */
    public long count(Segment part) {
        return rows.stream().filter(part::takes).count();
    }

    /** The page in plain text, to paste into a ticket or a chat. */
    public String asText() {
        StringBuilder text = new StringBuilder(headline.get().verdict())
                .append('\n')
                .append(headline.get().sub())
                .append('\n');
        problems.forEach(each -> text.append(each).append('\n'));
        rows.forEach(row -> text.append(line(row)).append('\n'));
        return text.toString();
    }

    /** One row in plain text. */
    public String line(PackageRow row) {
        return words.text(
                        "row.line",
                        "word",
                        row.word(),
                        "name",
                        row.name(),
                        "running",
                        joined(row.running()),
                        "deploy",
                        joined(row.deploy()),
                        "pin",
                        row.pin(),
                        "change",
                        row.why().isEmpty() ? row.change() : row.why(),
                        "attention",
                        row.attention().stream().map(Tag::text).collect(Collectors.joining(", ")))
                .strip();
    }

    private static String joined(PackageRow.Commits commits) {
        return String.join(" ", commits.text(), commits.ahead(), commits.behind())
                .strip();
    }

    public ReadOnlyObjectProperty<Headline> headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty refreshedProperty() {
        return refreshed.getReadOnlyProperty();
    }

    /** What is wrong with the environment as a whole. */
    public ObservableList<String> problems() {
        return problemsView;
    }

    /** All rows, worst first. */
    public ObservableList<PackageRow> rows() {
        return rowsView;
    }

    /** The rows that filter and segment leave. */
    public ObservableList<PackageRow> shown() {
        return shown;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<Segment> segmentProperty() {
        return segment;
    }

    /** The row in the detail drawer. */
    public ObjectProperty<Optional<PackageRow>> chosenProperty() {
        return chosen;
    }
}
