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
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;

/** The files that differ between two commits: read once per pair, each file's diff when it is chosen. FX. */
final class FilesViewModel {
    private final ChangeReader reader;
    private final Newest fileQuestion;
    private final Newest diffQuestion;
    private final DiffViewModel onShow;
    private final ReadOnlyObjectWrapper<Asked<List<FileChange>>> files = new ReadOnlyObjectWrapper<>(new Asked.Not<>());
    private final ReadOnlyObjectWrapper<Optional<FileChange>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Asked<FileDiff>> diff = new ReadOnlyObjectWrapper<>(new Asked.Not<>());
    private Optional<FileRange> range = Optional.empty();

    FilesViewModel(ChangeReader reader, BackgroundRunner runner) {
        this.reader = reader;
        this.fileQuestion = new Newest(runner, Lane.CHANGES);
        this.diffQuestion = new Newest(runner, Lane.CHANGES);
        this.onShow = new DiffViewModel(runner);
    }

    /** Shows the files of a range, the first one chosen. The same range again asks nothing. */
    void show(FileRange wanted) {
        if (range.equals(Optional.of(wanted))) {
            return;
        }
        forget();
        range = Optional.of(wanted);
        ask(fileQuestion, files, () -> reader.files(wanted.name(), wanted.from(), wanted.to()));
    }

    /** Shows no files, since it is known why there are none. */
    void say(String reason) {
        forget();
        files.set(new Asked.Answered<>(Known.unknown(reason)));
    }

    /** Shows nothing; what was asked is not wanted any more. */
    void forget() {
        range = Optional.empty();
        fileQuestion.forget();
        diffQuestion.forget();
        chosen.set(Optional.empty());
        diff.set(new Asked.Not<>());
        files.set(new Asked.Not<>());
    }

    private <T> void ask(Newest question, ReadOnlyObjectWrapper<Asked<T>> place, Supplier<Known<T>> work) {
        place.set(new Asked.Waiting<>());
        question.ask(
                work,
                answer -> {
                    place.set(new Asked.Answered<>(answer));
                    if (chosen.get().isEmpty()) {
                        all().stream().findFirst().ifPresent(this::choose);
                    }
                },
                bug -> place.set(new Asked.Answered<>(broken(bug))));
    }

    static <T> Known<T> broken(RuntimeException bug) {
        return Known.unknown(Optional.ofNullable(bug.getMessage()).orElse(bug.toString()));
    }

    /** Shows the diff of a file. */
    void choose(FileChange file) {
        if (range.isPresent() && !chosen.get().equals(Optional.of(file))) {
            FileRange of = range.get();
            chosen.set(Optional.of(file));
            ask(diffQuestion, diff, () -> reader.diff(of.name(), of.from(), of.to(), file));
        }
    }

    /** Goes so many files on, or back; at an end it stays. */
    void step(int by) {
        List<FileChange> all = all();
        int index = chosen.get().map(all::indexOf).orElse(-1) + by;
        if (index >= 0 && index < all.size()) {
            choose(all.get(index));
        }
    }

    /** The files that are known; empty while they are not. */
    List<FileChange> all() {
        return files.get() instanceof Asked.Answered<List<FileChange>>(Known<List<FileChange>> answer)
                ? answer.found().orElseGet(List::of)
                : List.of();
    }

    /** What is shown; empty when it is nothing. */
    Optional<FileRange> range() {
        return range;
    }

    ReadOnlyObjectProperty<Asked<List<FileChange>>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /** The file whose diff is shown. */
    ReadOnlyObjectProperty<Optional<FileChange>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** How the diff is looked at. */
    DiffViewModel onShow() {
        return onShow;
    }

    ReadOnlyObjectProperty<Asked<FileDiff>> diffProperty() {
        return diff.getReadOnlyProperty();
    }
}
