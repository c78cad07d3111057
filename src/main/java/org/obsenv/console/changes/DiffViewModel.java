package org.obsenv.console.changes;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.obsenv.console.changes.syntax.Highlighting;
import org.obsenv.console.changes.syntax.Language;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.DiffRows;
import org.obsenv.domain.diff.DiffSearch;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.Layout;
import org.obsenv.domain.diff.Unfolded;
import org.obsenv.domain.diff.WhiteSpace;

/** One file's diff on show: how it is laid out, what of it is folded, what is looked for in it. FX. */
public final class DiffViewModel {
    /** More than so many places are not counted. */
    static final int MOST_FOUND = 10_000;

    /**
     * What is on show.
     *
     * @param old the old text's colours
     */
    record Shown(FileDiff diff, DiffRows rows, Highlighting old, Highlighting now) {
        Shown with(DiffRows other) {
            return new Shown(diff, other, old, now);
        }
    }

    private final Newest compare;
    private final Newest colour;
    private final Newest search;
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.UNIFIED);
    private final ObjectProperty<WhiteSpace> white = new SimpleObjectProperty<>(WhiteSpace.SHOWN);
    private final ReadOnlyObjectWrapper<Asked<FileDiff>> asked = new ReadOnlyObjectWrapper<>(new Asked.Not<>());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<DiffFinds> finds = new ReadOnlyObjectWrapper<>(DiffFinds.NONE);
    private String wanted = "";
    private Runnable coloured = () -> {};

    public DiffViewModel(BackgroundRunner runner) {
        this.compare = new Newest(runner, Lane.CHANGES);
        this.colour = new Newest(runner, Lane.CHANGES);
        this.search = new Newest(runner, Lane.CHANGES);
        layout.subscribe(
                (before, now) -> shown.get().ifPresent(each -> rows(each.rows().comparison())));
        white.subscribe((before, now) -> shown.get().ifPresent(each -> compare(each.diff())));
    }

    /** Shows a file's diff, or that it is being read, or why it cannot be. */
    public void show(Asked<FileDiff> diff) {
        compare.forget();
        colour.forget();
        search.forget();
        asked.set(diff);
        finds.set(DiffFinds.NONE);
        Optional<FileDiff> found =
                diff instanceof Asked.Answered<FileDiff>(Known<FileDiff> answer) ? answer.found() : Optional.empty();
        shown.set(Optional.empty());
        found.ifPresent(this::compare);
    }

    private void compare(FileDiff diff) {
        diff.lines().ifPresent(lines -> {
            WhiteSpace now = white.get();
            if (lines.white() == now) {
                compare.forget();
                show(diff, lines);
            } else {
                compare.ask(() -> lines.with(now), found -> show(diff, found), bug -> asked.set(broken(bug)));
            }
        });
    }

    private static Asked<FileDiff> broken(RuntimeException bug) {
        return new Asked.Answered<>(Known.unknown(bug.toString()));
    }

    private void show(FileDiff diff, Comparison lines) {
        boolean isNew = shown.get().filter(each -> each.diff().equals(diff)).isEmpty();
        if (isNew) {
            FileText text = lines.after().lines() > 0 ? lines.after() : lines.before();
            Language language = Language.of(diff.file().path(), text.lines() > 0 ? text.line(0) : "");
            Highlighting old = new Highlighting(lines.before(), language);
            Highlighting now = new Highlighting(lines.after(), language);
            shown.set(Optional.of(new Shown(diff, laidOut(lines, Unfolded.NONE), old, now)));
            colour(lines, language, old, now);
        } else {
            rows(lines);
        }
        find(wanted);
    }

    private void colour(Comparison lines, Language language, Highlighting old, Highlighting now) {
        boolean isKnown =
                old.isKnown(lines.before().lines()) && now.isKnown(lines.after().lines());
        if (isKnown || language == Language.NONE) {
            return;
        }
        colour.ask(
                () -> new int[][] {
                    Highlighting.states(lines.before(), language), Highlighting.states(lines.after(), language)
                },
                states -> {
                    old.learn(states[0]);
                    now.learn(states[1]);
                    coloured.run();
                },
                bug -> {});
    }

    /** What is to be painted anew once the colours of a long text are known. */
    void onColoured(Runnable then) {
        coloured = then;
    }

    private void rows(Comparison lines) {
        shown.set(shown.get().map(each -> each.with(laidOut(lines, Unfolded.NONE))));
    }

    private DiffRows laidOut(Comparison lines, Unfolded unfolded) {
        return DiffRows.of(lines, layout.get(), unfolded);
    }

    /** Shows the unchanged lines that the row stands for. */
    void unfold(int row) {
        shown.set(shown.get().map(each -> {
            DiffRows rows = each.rows();
            return each.with(laidOut(rows.comparison(), rows.unfolded().and(rows.stretchOf(row))));
        }));
    }

    /** Shows every unchanged line, or folds them again. */
    public void toggleFolds() {
        shown.set(shown.get().map(each -> {
            boolean isAll = each.rows().unfolded().equals(Unfolded.ALL);
            return each.with(laidOut(each.rows().comparison(), isAll ? Unfolded.NONE : Unfolded.ALL));
        }));
    }

    public void toggleWhiteSpace() {
        white.set(white.get() == WhiteSpace.SHOWN ? WhiteSpace.IGNORED : WhiteSpace.SHOWN);
    }

    public void toggleLayout() {
        layout.set(layout.get() == Layout.UNIFIED ? Layout.SIDE_BY_SIDE : Layout.UNIFIED);
    }

    /** Looks for a text in the whole of the diff; an empty one for nothing. */
    void find(String text) {
        wanted = text;
        Optional<Comparison> lines = shown.get().map(each -> each.rows().comparison());
        if (text.isEmpty() || lines.isEmpty()) {
            search.forget();
            finds.set(DiffFinds.NONE);
            return;
        }
        search.ask(
                () -> new DiffFinds(text, DiffSearch.of(lines.get(), text, MOST_FOUND), -1),
                finds::set,
                bug -> finds.set(DiffFinds.NONE));
    }

    void at(DiffFinds found) {
        finds.set(found);
    }

    public ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    public ObjectProperty<WhiteSpace> whiteProperty() {
        return white;
    }

    ReadOnlyObjectProperty<Asked<FileDiff>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DiffFinds> findsProperty() {
        return finds.getReadOnlyProperty();
    }
}
