package org.obsenv.domain.signoff;

import org.obsenv.domain.Known;

/** Reads the store of sign-offs. Blocks; call from a background thread. */
public interface LedgerReader {
    /** What is there now; unknown, with the reason, when the store as a whole cannot be read. */
    Known<LedgerReading> read();
}
