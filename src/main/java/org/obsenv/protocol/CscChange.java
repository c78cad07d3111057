package org.obsenv.protocol;

import java.time.Instant;
import java.util.Optional;

/** What is to be changed in the list of CSCs under test. */
public sealed interface CscChange {
    String name();

    /** It is under test, or its entry is to read so from now on. */
    record Put(String name, String version, String returnTo, Optional<Instant> until, String steps)
            implements CscChange {}

    /** It is not under test any more. */
    record End(String name) implements CscChange {}
}
