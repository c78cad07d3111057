package org.obsenv.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.obsenv.domain.diff.FileText;

/**
 * A file's content in a commit.
 *
 * @param size in bytes
 * @param text its lines; empty when it is binary or larger than {@link #LARGEST}
 * @param encoding of the text; {@link Encoding#UTF_8} of one that has none
 */
record Blob(long size, Optional<FileText> text, Encoding encoding) {
    /** The most bytes of one file that are compared line by line. */
    static final int LARGEST = 32 * 1024 * 1024;

    /** No file at all, or one without a byte. */
    static final Blob EMPTY = new Blob(0, Optional.of(FileText.EMPTY), Encoding.UTF_8);

    /** Where git looks for the byte 0 that no text has. */
    private static final int LOOKED_AT = 8000;

    static Blob read(Repository repository, AnyObjectId id) throws IOException {
        ObjectLoader loader = repository.open(id);
        long size = loader.getSize();
        return size > LARGEST ? new Blob(size, Optional.empty(), Encoding.UTF_8) : of(loader.getCachedBytes(LARGEST));
    }

    /** Of these bytes, which nobody may change any more. */
    static Blob of(byte[] bytes) {
        Encoding encoding = Encoding.of(bytes);
        if (encoding.isWide()) {
            return new Blob(bytes.length, Optional.of(encoding.text(bytes)), encoding);
        }
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                return new Blob(bytes.length, Optional.empty(), Encoding.UTF_8);
            }
        }
        return new Blob(bytes.length, Optional.of(encoding.text(bytes)), encoding);
    }
}
