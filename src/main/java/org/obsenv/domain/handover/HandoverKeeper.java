package org.obsenv.domain.handover;

/** Keeps a handover's text in a file of the person's own. Blocks. */
public interface HandoverKeeper {
    /** What became of it. */
    sealed interface Kept {
        /** It is in that file, as it was read back. */
        record In(String file) implements Kept {}

        /** A file of that name is there already and holds something else; it is as it was. */
        record Taken(String file) implements Kept {}

        /** It could not be written; what stood there before still does. */
        record Failed(String file, String reason) implements Kept {}
    }

    /**
     * Writes the text where nothing is yet.
     *
     * @param file absolute, or in the person's home directory when it is not
     */
    Kept keep(String file, String text);
}
