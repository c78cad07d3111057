package org.obsenv.console.base;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.console.support.Times;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Pin;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.domain.basing.ListVersion;
import org.obsenv.domain.basing.PinText;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Every text that the list had, compared with the one of now, and returned to. Lives on the FX thread. */
public final class HistoryViewModel {
    /**
     * One kept text.
     *
     * @param number 0 for one that cannot be read
     */
    record Entry(int number, String time, String who, String what, boolean isNow) {
        String line() {
            return String.join("  ", String.valueOf(number), time, who, what).strip();
        }
    }

    /** One pin that differs between a kept text and the list as it is. */
    record Differs(String name, String then, String now) {
        String line() {
            return name + ": " + then + ", " + now;
        }
    }

    /**
     * What the chosen text comes to.
     *
     * @param number of the text; 0 when none is chosen
     */
    record Compared(int number, String title, List<Differs> pins, Map<PackageName, Wish> wishes) {
        static final Compared NONE = new Compared(0, "", List.of(), Map.of());
    }

    private final BaseViewModel base;
    private final BaseParts parts;
    private final InstantSource clock;
    private final Newest question;
    private final Newest chosen;
    private final Words words;
    private final ReadOnlyObjectWrapper<Boolean> open = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<List<Entry>> entries = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Compared> compared = new ReadOnlyObjectWrapper<>(Compared.NONE);

    public HistoryViewModel(BaseViewModel base, BackgroundRunner runner, InstantSource clock) {
        this.base = base;
        this.parts = base.parts();
        this.clock = clock;
        this.words = base.words();
        this.question = new Newest(runner, Lane.BASE);
        this.chosen = new Newest(runner, Lane.BASE);
        base.listProperty().subscribe(each -> {
            if (open.get()) {
                read();
            }
        });
    }

    /** Opens or closes it. */
    void toggle() {
        open.set(!open.get());
        compared.set(Compared.NONE);
        if (open.get()) {
            read();
        }
    }

    /** False when it was closed already. */
    public boolean close() {
        boolean wasOpen = open.get();
        if (wasOpen) {
            toggle();
        }
        return wasOpen;
    }

    private void read() {
        question.ask(parts.lists()::versions, this::answered, bug -> trouble.set(bug.toString()));
    }

    private void answered(Known<List<Known<ListVersion>>> answer) {
        switch (answer) {
            case Known.Unknown<List<Known<ListVersion>>>(String reason) -> {
                trouble.set(words.text("history.unreadable", "reason", Visible.line(reason)));
                entries.set(List.of());
            }
            case Known.Value<List<Known<ListVersion>>>(List<Known<ListVersion>> all) -> {
                trouble.set(all.isEmpty() ? words.text("history.none") : "");
                entries.set(all.stream().map(this::entry).toList());
            }
        }
    }

    private Entry entry(Known<ListVersion> known) {
        return switch (known) {
            case Known.Unknown<ListVersion>(String reason) ->
                new Entry(0, "", "", words.text("history.spoilt", "reason", Visible.line(reason)), false);
            case Known.Value<ListVersion>(ListVersion version) -> {
                String how = version.how() == ListVersion.How.BY_HAND
                        ? words.text("history.by-hand", "by", Visible.line(version.who()))
                        : Visible.line(version.who());
                String what = version.cycle().map(Visible::line).orElse("")
                        + version.reason()
                                .map(each -> words.text("separator") + Visible.line(each))
                                .orElse("");
                boolean isNow = base.listProperty()
                        .get()
                        .flatMap(Known::found)
                        .filter(list -> list.since().number() == version.number())
                        .isPresent();
                yield new Entry(version.number(), Times.since(version.at(), clock.instant()), how, what, isNow);
            }
        };
    }

    /** Compares the text of that number with the list as it is. */
    void choose(int number) {
        Optional<ListSight> now = base.listProperty().get().flatMap(Known::found);
        if (number == 0 || now.isEmpty()) {
            compared.set(Compared.NONE);
            return;
        }
        chosen.ask(
                () -> parts.lists().version(number).map(each -> compare(number, each, now.get())),
                answer -> compared.set(
                        switch (answer) {
                            case Known.Value<Compared>(Compared found) -> found;
                            case Known.Unknown<Compared>(String reason) ->
                                new Compared(
                                        0,
                                        words.text("history.spoilt", "reason", Visible.line(reason)),
                                        List.of(),
                                        Map.of());
                        }),
                bug -> compared.set(Compared.NONE));
    }

    /** On a lane's thread: each name that differs is resolved, for the sheet of what it brings. */
    private Compared compare(int number, ListSight then, ListSight now) {
        List<Differs> pins = new ArrayList<>();
        Map<PackageName, Wish> wishes = new TreeMap<>();
        SortedSet<PackageName> names = new TreeSet<>(then.pins().keySet());
        names.addAll(now.pins().keySet());
        for (PackageName name : names) {
            Optional<PinText> was = Optional.ofNullable(then.pins().get(name));
            Optional<PinText> is = Optional.ofNullable(now.pins().get(name));
            if (!was.equals(is)) {
                pins.add(new Differs(name.text(), text(was), text(is)));
                was.ifPresent(each -> wishes.put(name, wish(name, each)));
            }
        }
        String title = pins.isEmpty()
                ? words.text("history.same", "number", number)
                : words.count("history.differs", pins.size(), "number", number);
        return new Compared(number, title, pins, wishes);
    }

    private Wish wish(PackageName name, PinText text) {
        return switch (text) {
            case PinText.Named(String named) ->
                new Wish.Take(named, parts.revisions().revision(name, named));
            case PinText.Keep(String commit) -> new Wish.Take(commit, pinOf(name, commit));
        };
    }

    private Pin pinOf(PackageName name, String commit) {
        return parts.revisions().revision(name, commit);
    }

    private static String text(Optional<PinText> pin) {
        return pin.map(PinText::written).map(Visible::line).orElse("–");
    }

    /** Proposes the chosen text, byte for byte; nothing is built yet. */
    void propose() {
        Compared now = compared.get();
        if (now.number() > 0) {
            base.returnTo(now.number(), now.wishes());
            toggle();
        }
    }

    ReadOnlyObjectProperty<Boolean> openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Why there is nothing to show; empty when there is. */
    ReadOnlyObjectProperty<String> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    Words words() {
        return words;
    }
}
