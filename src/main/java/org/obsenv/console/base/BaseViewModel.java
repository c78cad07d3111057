package org.obsenv.console.base;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.basing.ImportedList;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.domain.basing.PinChange;
import org.obsenv.words.Words;

/** The list of base and what base could be. What was decided stands on the text that was seen then. FX thread. */
public final class BaseViewModel {
    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** What of a look makes the list worth reading again. */
    private record Moved(BaseState base, Optional<String> cycle, List<Pin> pins) {}

    private final ReadingFeed feed;
    private final BaseParts parts;
    private final BackgroundRunner runner;
    private final InstantSource clock;
    private final Newest question;
    private final Newest importing;
    private final Words words = Words.of("base");
    private final BaseRowTexts texts = new BaseRowTexts(words);
    private final BringsBook brings;
    private final ReadOnlyObjectWrapper<Optional<Known<ListSight>>> list =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ListSight>> seen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.NONE);
    private final ReadOnlyObjectWrapper<List<BaseRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private boolean isInFront;
    private Optional<Moved> lastMoved = Optional.empty();

    public BaseViewModel(ReadingFeed feed, BaseParts parts, BackgroundRunner runner, InstantSource clock) {
        this.feed = feed;
        this.parts = parts;
        this.runner = runner;
        this.clock = clock;
        this.brings = new BringsBook(parts.brings(), runner, this::render);
        this.question = new Newest(runner, Lane.BASE);
        this.importing = new Newest(runner, Lane.BASE);
        feed.sightProperty().subscribe(this::noticed);
    }

    /** Keeps an eye on the list until the returned ticking is stopped. */
    public Ticker.Ticking start(Ticker ticker) {
        return ticker.every(AGAIN, this::read);
    }

    /** The page came to the front, or went. */
    public void show(boolean inFront) {
        boolean came = inFront && !isInFront;
        isInFront = inFront;
        if (came) {
            read();
            render();
        }
    }

    /** Reads the list now, if the page is in front. */
    public void read() {
        if (isInFront) {
            question.ask(parts.lists()::list, this::answered, bug -> answered(Known.unknown(told(bug))));
        }
    }

    private static String told(RuntimeException bug) {
        return Optional.ofNullable(bug.getMessage()).orElse(bug.toString());
    }

    private void answered(Known<ListSight> now) {
        list.set(Optional.of(now));
        if (draft.get().isEmpty() || seen.get().isEmpty()) {
            now.found().ifPresent(each -> seen.set(Optional.of(each)));
        }
        render();
    }

    private void noticed(Sight sight) {
        Optional<Moved> moved = sight.shown()
                .map(each -> new Moved(
                        each.base(),
                        each.cycle(),
                        each.packages().stream().map(PackageReading::pin).toList()));
        boolean isNews = !lastMoved.equals(moved);
        lastMoved = moved;
        if (isNews) {
            read();
        }
        if (isInFront) {
            render();
        }
    }

    /** The list as it is now was looked at: what was decided is asked of this text from here on. */
    void reviewAgain() {
        list.get().flatMap(Known::found).ifPresent(each -> seen.set(Optional.of(each)));
        render();
    }

    /** Reads a cycle build or another list, and what each of its versions stands for. */
    public void importFile(String place) {
        trouble.set("");
        List<PackageName> names = packages().stream().map(PackageReading::name).toList();
        importing.ask(
                () -> parts.lists().imported(place).map(each -> resolved(each, names)),
                found -> {
                    switch (found) {
                        case Known.Unknown<Column>(String reason) ->
                            trouble.set(words.text("import.unreadable", "reason", reason));
                        case Known.Value<Column>(Column column) ->
                            decide(draft.get().with(column));
                    }
                },
                bug -> trouble.set(words.text("import.unreadable", "reason", told(bug))));
    }

    private Column resolved(ImportedList imported, List<PackageName> names) {
        Map<PackageName, Pin> found = new TreeMap<>();
        imported.versions().forEach((name, value) -> {
            if (names.contains(name)) {
                found.put(name, parts.revisions().version(name, value));
            }
        });
        return new Column(imported, found);
    }

    /** A tag, a commit or a branch for one package, as it was typed or chosen. */
    void choose(PackageName name, String typed) {
        new Newest(runner, Lane.BASE)
                .ask(
                        () -> parts.revisions().revision(name, typed),
                        pin -> decide(draft.get().with(name, new Wish.Take(typed, pin))),
                        bug -> decide(draft.get().with(name, new Wish.Take(typed, new Pin.Unknown(told(bug))))));
    }

    void keep(PackageName name) {
        decide(draft.get().with(name, new Wish.Keep()));
    }

    /** What runs now, for one package. */
    void takeRunning(PackageName name) {
        reading(name).flatMap(each -> each.running().found()).ifPresent(commit -> choose(name, commit.hex()));
    }

    /** What runs now, for every package where that is not the pin already. */
    void takeAllRunning() {
        for (PackageReading each : packages()) {
            Optional<CommitId> running = each.running().found();
            if (running.isPresent() && !running.equals(PinChange.commit(each.pin()))) {
                takeRunning(each.name());
            }
        }
    }

    /** What one of the imported lists has, for one package. */
    void take(int column, PackageName name) {
        draft.get()
                .columns()
                .get(column)
                .wish(name)
                .ifPresent(wish -> decide(draft.get().with(name, wish)));
    }

    /** What one of the imported lists has, wherever the two differ. */
    void takeAll(int column) {
        Draft now = draft.get();
        for (PackageReading each : packages()) {
            Optional<Wish.Take> wish = now.columns().get(column).wish(each.name());
            if (wish.isPresent() && draft.get().isTorn(each.name())) {
                now = now.with(each.name(), wish.get());
            }
        }
        decide(now);
    }

    /** Proposes the text that was kept under that number, byte for byte. */
    void returnTo(int number, Map<PackageName, Wish> pins) {
        decide(new Draft(List.of(), Optional.of(number), pins));
    }

    /** Nothing is proposed any more. */
    public void startOver() {
        trouble.set("");
        draft.set(Draft.NONE);
        list.get().flatMap(Known::found).ifPresent(each -> seen.set(Optional.of(each)));
        render();
    }

    private void decide(Draft now) {
        if (draft.get().isEmpty()) {
            list.get().flatMap(Known::found).ifPresent(each -> seen.set(Optional.of(each)));
        }
        draft.set(now);
        render();
    }

    private void render() {
        List<BaseRow> fresh = new ArrayList<>();
        for (PackageReading each : packages()) {
            fresh.add(texts.row(each, draft.get(), brings.of(each, draft.get().change(each, words)), clock.instant()));
        }
        if (!draft.get().isEmpty()) {
            fresh.sort(Comparator.comparing(BaseRow::kind));
        }
        rows.set(List.copyOf(fresh));
    }

    private List<PackageReading> packages() {
        return feed.sight().shown().map(EnvironmentReading::packages).orElse(List.of());
    }

    Optional<PackageReading> reading(PackageName name) {
        return packages().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public ReadOnlyObjectProperty<Optional<Known<ListSight>>> listProperty() {
        return list.getReadOnlyProperty();
    }

    /** The text that what is proposed was decided on. */
    public ReadOnlyObjectProperty<Optional<ListSight>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Every package; with a proposal those first that need a decision. */
    public ReadOnlyObjectProperty<List<BaseRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Why the last import came to nothing; usually empty. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    Words words() {
        return words;
    }

    BaseParts parts() {
        return parts;
    }

    BackgroundRunner runner() {
        return runner;
    }
}
