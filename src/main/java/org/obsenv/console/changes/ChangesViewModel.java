package org.obsenv.console.changes;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;

/** What lies between two commits of the chosen package: read once per pair, each file's diff when it is chosen. FX. */
public final class ChangesViewModel {
    /** How many commits are listed; the rest is counted. */
    static final int COMMIT_LIMIT = 200;

    private final ChangeReader reader;
    private final Newest commitQuestion;
    private final Newest fileQuestion;
    private final Newest diffQuestion;
    private final ReadOnlyObjectWrapper<ChangeTarget> target = new ReadOnlyObjectWrapper<>(new ChangeTarget.None());
    private final ReadOnlyObjectWrapper<Asked<CommitRange>> commits = new ReadOnlyObjectWrapper<>(new Asked.Not<>());
    private final ReadOnlyObjectWrapper<Asked<List<FileChange>>> files = new ReadOnlyObjectWrapper<>(new Asked.Not<>());
    private final ReadOnlyObjectWrapper<Optional<FileChange>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Asked<FileDiff>> diff = new ReadOnlyObjectWrapper<>(new Asked.Not<>());

    private final DiffViewModel onShow;

    public ChangesViewModel(ChangeReader reader, BackgroundRunner runner) {
        this.onShow = new DiffViewModel(runner);
        this.reader = reader;
        this.commitQuestion = new Newest(runner, Lane.CHANGES);
        this.fileQuestion = new Newest(runner, Lane.CHANGES);
        this.diffQuestion = new Newest(runner, Lane.CHANGES);
    }

    /** Shows a package, or none. The same commits again ask nothing. */
    public void show(Optional<PackageReading> reading) {
        ChangeTarget wanted = reading.map(ChangeTarget::of).orElseGet(ChangeTarget.None::new);
        if (wanted.equals(target.get())) {
            return;
        }
        target.set(wanted);
        chosen.set(Optional.empty());
        diffQuestion.forget();
        diff.set(new Asked.Not<>());
        if (wanted instanceof ChangeTarget.Between between) {
            ask(
                    commitQuestion,
                    commits,
                    () -> reader.commits(between.name(), between.from(), between.to(), COMMIT_LIMIT));
            files.set(new Asked.Waiting<>());
            fileQuestion.ask(
                    () -> reader.files(between.name(), between.from(), between.to()),
                    this::filesCame,
                    bug -> files.set(new Asked.Answered<>(broken(bug))));
        } else {
            commitQuestion.forget();
            fileQuestion.forget();
            commits.set(new Asked.Not<>());
            files.set(new Asked.Not<>());
        }
    }

    private void filesCame(Known<List<FileChange>> answer) {
        files.set(new Asked.Answered<>(answer));
        answer.found().flatMap(all -> all.stream().findFirst()).ifPresent(this::choose);
    }

    /** Shows the diff of a file. */
    public void choose(FileChange file) {
        if (target.get() instanceof ChangeTarget.Between between
                && !chosen.get().equals(Optional.of(file))) {
            chosen.set(Optional.of(file));
            ask(diffQuestion, diff, () -> reader.diff(between.name(), between.from(), between.to(), file));
        }
    }

    /** Goes so many files on, or back; at an end it stays. */
    public void step(int by) {
        List<FileChange> all = allFiles();
        int index = chosen.get().map(all::indexOf).orElse(-1) + by;
        if (index >= 0 && index < all.size()) {
            choose(all.get(index));
        }
    }

    /** The files that are known; empty while they are not. */
    List<FileChange> allFiles() {
        return files.get() instanceof Asked.Answered<List<FileChange>>(Known<List<FileChange>> answer)
                ? answer.found().orElseGet(List::of)
                : List.of();
    }

    private static <T> void ask(Newest question, ReadOnlyObjectWrapper<Asked<T>> place, Supplier<Known<T>> work) {
        place.set(new Asked.Waiting<>());
        question.ask(
                work,
                answer -> place.set(new Asked.Answered<>(answer)),
                bug -> place.set(new Asked.Answered<>(broken(bug))));
    }

    private static <T> Known<T> broken(RuntimeException bug) {
        return Known.unknown(Optional.ofNullable(bug.getMessage()).orElse(bug.toString()));
    }

    public ReadOnlyObjectProperty<ChangeTarget> targetProperty() {
        return target.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Asked<CommitRange>> commitsProperty() {
        return commits.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Asked<List<FileChange>>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /** How the diff is looked at. */
    public DiffViewModel onShow() {
        return onShow;
    }

    /** The file whose diff is shown. */
    public ReadOnlyObjectProperty<Optional<FileChange>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Asked<FileDiff>> diffProperty() {
        return diff.getReadOnlyProperty();
    }
}
