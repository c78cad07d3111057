package org.obsenv.console.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.domain.timeline.TimelineReader;
import org.obsenv.words.Words;

/**
 * What ran when: read while the page is in front, and again when the environment shows that something moved. FX thread.
 */
public final class TimelineViewModel {
    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** The journal of half a year takes a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private record Moved(SwitchState current, BaseState base) {}

    private final ReadingFeed feed;
    private final TimelineReader reader;
    private final Newest question;
    private final InstantSource clock;
    private final Words words = Words.of("timeline");
    private final TurnTexts turnTexts = new TurnTexts(words);
    private final NightTexts nightTexts;
    private final NightSpans nightSpans;
    private final DifferenceViewModel difference;
    private final ReadOnlyObjectWrapper<TimelineSight> sight = new ReadOnlyObjectWrapper<>(new TimelineSight.NotYet());
    private final ReadOnlyObjectWrapper<NightLook> look;
    private final ReadOnlyObjectWrapper<List<NightSpan>> spans = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<TurnRow> rows = FXCollections.observableArrayList();
    private final ObservableList<TurnRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Chosen> chosen = new ReadOnlyObjectWrapper<>(Chosen.NONE);
    private boolean isInFront;
    private @Nullable Instant askedAt;
    private Optional<Moved> lastMoved = Optional.empty();

    /** @param zone the site's: its nights are from noon to noon */
    public TimelineViewModel(
            ReadingFeed feed,
            TimelineReader reader,
            ChangeReader changes,
            BackgroundRunner runner,
            InstantSource clock,
            ZoneId zone) {
        this.feed = feed;
        this.reader = reader;
        this.question = new Newest(runner, Lane.TIMELINE);
        this.clock = clock;
        this.nightTexts = new NightTexts(words, zone);
        this.nightSpans = new NightSpans(words, zone);
        this.difference = new DifferenceViewModel(changes, runner, words);
        this.look = new ReadOnlyObjectWrapper<>(nightTexts.look(sight.get(), Optional.empty(), clock.instant()));
        feed.sightProperty().subscribe(this::noticed);
    }

    /** Keeps an eye on the time until the returned ticking is stopped. */
    public Ticker.Ticking start(Ticker ticker) {
        return ticker.every(AGAIN, this::tick);
    }

    /** The page came to the front, or went. */
    public void show(boolean inFront) {
        boolean came = inFront && !isInFront;
        isInFront = inFront;
        if (came) {
            read();
        }
    }

    /** Reads now, if the page is in front; an answer that is under way is older and is dropped. */
    public void read() {
        if (isInFront) {
            askedAt = clock.instant();
            question.ask(() -> reader.read().map(Timeline::of), this::answered, this::broken);
        }
    }

    private void noticed(Sight seen) {
        Optional<Moved> moved = seen.shown().map(each -> new Moved(each.current(), each.base()));
        boolean isNews = lastMoved.isPresent() && !lastMoved.equals(moved);
        lastMoved = moved;
        if (isNews) {
            read();
        }
        look.set(nightTexts.look(sight.get(), seen.shown(), clock.instant()));
    }

    private void tick() {
        Instant asked = askedAt;
        if (asked == null) {
            read();
        } else if (Duration.between(asked, clock.instant()).compareTo(PATIENCE) > 0) {
            show(new TimelineSight.Blind(words.text("silent")));
        }
    }

    private void answered(Known<Timeline> answer) {
        askedAt = null;
        switch (answer) {
            case Known.Value<Timeline>(Timeline timeline) -> show(new TimelineSight.Seen(timeline));
            case Known.Unknown<Timeline>(String reason) -> show(new TimelineSight.Blind(reason));
        }
    }

    private void broken(RuntimeException problem) {
        askedAt = null;
        show(new TimelineSight.Blind(Optional.ofNullable(problem.getMessage()).orElse(problem.toString())));
    }

    private void show(TimelineSight now) {
        sight.set(now);
        Optional<EnvironmentReading> reading = feed.sight().shown();
        Instant time = clock.instant();
        List<TurnRow> fresh = now instanceof TimelineSight.Seen seen ? turnTexts.rows(seen, reading, time) : List.of();
        if (!rows.equals(fresh)) {
            rows.setAll(fresh);
        }
        look.set(nightTexts.look(now, reading, time));
        spans.set(nightSpans.of(now, time));
        choose(chosen.get().asked());
    }

    /**
     * Chooses acts to set side by side: one stands against what runs, of several the oldest against the newest. With
     * none of those there, the page chooses itself what is asked for most: the last good one.
     *
     * @param ids of the acts
     */
    public void choose(List<String> ids) {
        if (!(sight.get() instanceof TimelineSight.Seen(Timeline timeline))) {
            difference.clear();
            return;
        }
        List<TurnRow> asked =
                rows.stream().filter(each -> ids.contains(each.id())).toList();
        List<TurnRow> picked = asked.isEmpty() ? Chosen.usual(rows, timeline) : asked;
        if (picked.isEmpty()) {
            chosen.set(Chosen.NONE);
            difference.clear();
            return;
        }
        Optional<GenerationId> running = timeline.facts().running();
        TurnRow older = picked.getLast();
        TurnRow newer = picked.getFirst();
        boolean isOne = picked.size() == 1;
        difference.show(
                timeline, new Compared(older.generation(), isOne ? running : newer.generation(), older.time(), isOne));
        chosen.set(Chosen.of(asked, picked, rows));
    }

    public ReadOnlyObjectProperty<TimelineSight> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<NightLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** What was live tonight, oldest first; none where that is not certain. */
    public ReadOnlyObjectProperty<List<NightSpan>> spansProperty() {
        return spans.getReadOnlyProperty();
    }

    /** Newest first. */
    public ObservableList<TurnRow> rows() {
        return rowsView;
    }

    public ReadOnlyObjectProperty<Chosen> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What the one chosen act came to; empty with two chosen, or where it is not known. */
    Optional<GenerationId> chosenGeneration() {
        List<String> picked = chosen.get().picked();
        return picked.size() != 1
                ? Optional.empty()
                : rows.stream()
                        .filter(each -> picked.contains(each.id()))
                        .findFirst()
                        .flatMap(TurnRow::generation);
    }

    public DifferenceViewModel difference() {
        return difference;
    }

    Words words() {
        return words;
    }

    /** The page as plain text. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        text.append(look.get().title()).append('\n').append(look.get().sub()).append('\n');
        if (!look.get().warning().isEmpty()) {
            text.append(look.get().warning()).append('\n');
        }
        rows.forEach(row -> text.append(row.line(words.text("running"))).append('\n'));
        return text.append(difference.asText()).toString();
    }
}
