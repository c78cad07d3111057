package org.obsenv.console.changes;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.PackageReading;

/** What lies between two commits of the chosen package: read once per pair, each file's diff when it is chosen. FX. */
public final class ChangesViewModel {
    /** How many commits are listed; the rest is counted. */
    static final int COMMIT_LIMIT = 200;

    private final ChangeReader reader;
    private final Newest commitQuestion;
    private final FilesViewModel files;
    private final ReadOnlyObjectWrapper<ChangeTarget> target = new ReadOnlyObjectWrapper<>(new ChangeTarget.None());
    private final ReadOnlyObjectWrapper<Asked<CommitRange>> commits = new ReadOnlyObjectWrapper<>(new Asked.Not<>());

    public ChangesViewModel(ChangeReader reader, BackgroundRunner runner) {
        this.reader = reader;
        this.commitQuestion = new Newest(runner, Lane.CHANGES);
        this.files = new FilesViewModel(reader, runner);
    }

    /** Shows a package, or none. The same commits again ask nothing. */
    public void show(Optional<PackageReading> reading) {
        ChangeTarget wanted = reading.map(ChangeTarget::of).orElseGet(ChangeTarget.None::new);
        if (wanted.equals(target.get())) {
            return;
        }
        target.set(wanted);
        if (wanted instanceof ChangeTarget.Between between) {
            commits.set(new Asked.Waiting<>());
            commitQuestion.ask(
                    () -> reader.commits(between.name(), between.from(), between.to(), COMMIT_LIMIT),
                    answer -> commits.set(new Asked.Answered<>(answer)),
                    bug -> commits.set(new Asked.Answered<>(FilesViewModel.broken(bug))));
            files.show(new FileRange(between.name(), between.from(), between.to()));
        } else {
            commitQuestion.forget();
            commits.set(new Asked.Not<>());
            files.forget();
        }
    }

    /** Shows the diff of a file. */
    public void choose(FileChange file) {
        files.choose(file);
    }

    /** Goes so many files on, or back; at an end it stays. */
    public void step(int by) {
        files.step(by);
    }

    public ReadOnlyObjectProperty<ChangeTarget> targetProperty() {
        return target.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Asked<CommitRange>> commitsProperty() {
        return commits.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Asked<List<FileChange>>> filesProperty() {
        return files.filesProperty();
    }

    /** How the diff is looked at. */
    public DiffViewModel onShow() {
        return files.onShow();
    }

    /** The file whose diff is shown. */
    public ReadOnlyObjectProperty<Optional<FileChange>> chosenProperty() {
        return files.chosenProperty();
    }

    public ReadOnlyObjectProperty<Asked<FileDiff>> diffProperty() {
        return files.diffProperty();
    }
}
