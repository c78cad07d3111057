package org.obsenv.domain;

import java.util.List;

/** Reads the record of every change. Blocks. */
public interface JournalReader {
    /** The newest entries, newest first. */
    Known<List<JournalEntry>> newest(int limit);
}
