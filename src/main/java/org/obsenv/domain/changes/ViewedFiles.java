package org.obsenv.domain.changes;

import java.util.Optional;
import java.util.Set;

/** Which files a person has viewed, remembered for her alone. Blocks; safe to call from several background threads. */
public interface ViewedFiles {
    /**
     * What is remembered.
     *
     * @param problem why what was remembered before is not here; empty when all is well
     */
    record Remembered(Set<ViewedFile> files, Optional<String> problem) {
        public Remembered {
            files = Set.copyOf(files);
        }
    }

    Remembered read();

    /** Remembers that a file was viewed, or forgets it; what is remembered then, read again. */
    Remembered mark(ViewedFile file, boolean viewed);
}
