package org.obsenv.domain;

/** Reads the CSCs under test. Blocks; safe to call from several background threads. */
public interface CscReader {
    /** The list; unknown when there is one that cannot be read, never empty then. */
    Known<CscList> read();
}
