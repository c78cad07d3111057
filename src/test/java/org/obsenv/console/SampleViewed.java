package org.obsenv.console;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.changes.ViewedFile;
import org.obsenv.domain.changes.ViewedFiles;

/** What a person has viewed, remembered in this process. */
public final class SampleViewed implements ViewedFiles {
    public final Set<ViewedFile> files = new HashSet<>();
    public Optional<String> problem = Optional.empty();

    @Override
    public Remembered read() {
        return new Remembered(files, problem);
    }

    @Override
    public Remembered mark(ViewedFile file, boolean viewed) {
        if (viewed) {
            files.add(file);
        } else {
            files.remove(file);
        }
        return read();
    }
}
