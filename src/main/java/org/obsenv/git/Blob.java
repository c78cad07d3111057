package org.obsenv.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;

/**
 * A file's content in a commit.
 *
 * @param size in bytes
 * @param text its lines; empty when it is binary or larger than {@link #LARGEST}
 */
record Blob(long size, Optional<RawText> text) {
    /** The most bytes of one file that are compared line by line. */
    static final int LARGEST = 4 * 1024 * 1024;

    static Blob read(Repository repository, AnyObjectId id) throws IOException {
        ObjectLoader loader = repository.open(id);
        long size = loader.getSize();
        if (size > LARGEST) {
            return new Blob(size, Optional.empty());
        }
        byte[] bytes = loader.getCachedBytes(LARGEST);
        return new Blob(
                size, RawText.isBinary(bytes, bytes.length, true) ? Optional.empty() : Optional.of(new RawText(bytes)));
    }
}
