package org.obsenv.console.timeline;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.words.Words;

/** What differs between the two that were chosen; commits and files are counted in the background. FX thread. */
public final class DifferenceViewModel {
    /** Beyond these they are "at least". */
    private static final int COUNTED = 500;

    private record Counts(String commits, String files) {}

    private final ChangeReader changes;
    private final BackgroundRunner runner;
    private final DifferenceTexts texts;
    private final ReadOnlyObjectWrapper<Difference> shown = new ReadOnlyObjectWrapper<>(Difference.NONE);
    private final ObservableList<DifferenceRow> rows = FXCollections.observableArrayList();
    private final ObservableList<DifferenceRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private @Nullable Compared compared;

    DifferenceViewModel(ChangeReader changes, BackgroundRunner runner, Words words) {
        this.changes = changes;
        this.runner = runner;
        this.texts = new DifferenceTexts(words);
    }

    /** Nothing is chosen, or nothing is known. */
    void clear() {
        compared = null;
        rows.clear();
        shown.set(Difference.NONE);
    }

    /** Sets the two side by side; what was counted before is kept where they are the same two. */
    void show(Timeline timeline, Compared wanted) {
        Difference fresh = texts.of(timeline, wanted);
        boolean isSame = wanted.equals(compared) && fresh.equals(shown.get());
        if (isSame) {
            return;
        }
        compared = wanted;
        shown.set(fresh);
        rows.setAll(fresh.rows());
        wanted.then()
                .flatMap(then -> wanted.now().map(now -> timeline.between(then, now)))
                .flatMap(Known::found)
                .orElse(List.of())
                .forEach(move -> count(move, wanted));
    }

    private void count(PackageMove move, Compared wanted) {
        if (move.from().isEmpty() || move.to().isEmpty()) {
            return;
        }
        CommitId from = move.from().get();
        CommitId to = move.to().get();
        replace(move.name(), wanted, row -> row.counted(texts.reading(), ""));
        runner.run(
                Lane.CHANGES,
                () -> new Counts(
                        texts.commits(changes.commits(move.name(), from, to, COUNTED)),
                        texts.files(changes.files(move.name(), from, to))),
                counts -> replace(move.name(), wanted, row -> row.counted(counts.commits(), counts.files())),
                bug -> replace(move.name(), wanted, row -> row.counted(texts.unknown(), texts.unknown())));
    }

    private void replace(PackageName name, Compared wanted, UnaryOperator<DifferenceRow> change) {
        if (!wanted.equals(compared)) {
            // Counted for two that are no longer in front.
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).name().equals(name)) {
                rows.set(i, change.apply(rows.get(i)));
            }
        }
    }

    /** What is said around the rows; those of its own have no counts. */
    public ReadOnlyObjectProperty<Difference> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ObservableList<DifferenceRow> rows() {
        return rowsView;
    }

    /** The difference as plain text. */
    String asText() {
        StringBuilder text = new StringBuilder(shown.get().range()).append('\n');
        rows.forEach(row -> text.append(row.line()).append('\n'));
        return text.append(shown.get().note()).append('\n').toString();
    }
}
