package org.obsenv.domain;

import java.util.List;

/** Reads the record of every change. Blocks. */
public interface JournalReader {
    /**
     * The newest entries, newest first. One that cannot be read is unknown, with its place, and the others stand;
     * unknown as a whole when there is no reading the journal at all.
     */
    Known<List<Known<JournalEntry>>> newest(int limit);
}
