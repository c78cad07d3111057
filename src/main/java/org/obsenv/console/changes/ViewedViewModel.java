package org.obsenv.console.changes;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.changes.ViewedFile;
import org.obsenv.domain.changes.ViewedFiles;

/** What this person has viewed. Read once, with the first look at the page; what is shown is what was remembered. FX. */
final class ViewedViewModel {
    private final ViewedFiles files;
    private final BackgroundRunner runner;
    private final Newest reading;
    private final ReadOnlyObjectWrapper<ViewedFiles.Remembered> remembered =
            new ReadOnlyObjectWrapper<>(new ViewedFiles.Remembered(Set.of(), Optional.empty()));
    private boolean isRead;

    ViewedViewModel(ViewedFiles files, BackgroundRunner runner) {
        this.files = files;
        this.runner = runner;
        this.reading = new Newest(runner, Lane.VIEWED);
    }

    /** Reads what is remembered, unless that was done. */
    void read() {
        if (!isRead) {
            isRead = true;
            reading.ask(files::read, remembered::set, this::broken);
        }
    }

    boolean has(ViewedFile file) {
        return remembered.get().files().contains(file);
    }

    /** Marks the file as viewed, or takes that back. */
    void toggle(ViewedFile file) {
        boolean viewed = !has(file);
        // Every mark is written, and one lane keeps their order: an older answer is about fewer marks.
        runner.run(Lane.VIEWED, () -> files.mark(file, viewed), remembered::set, this::broken);
    }

    private void broken(RuntimeException bug) {
        remembered.set(new ViewedFiles.Remembered(
                remembered.get().files(),
                Optional.of(Optional.ofNullable(bug.getMessage()).orElse(bug.toString()))));
    }

    ReadOnlyObjectProperty<ViewedFiles.Remembered> rememberedProperty() {
        return remembered.getReadOnlyProperty();
    }
}
