package org.obsenv.domain.basing;

import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;

/** Reads what a pin would bring. Blocks; safe to call from several background threads. */
public interface BringsReader {
    /**
     * What comes with {@code to} in the place of {@code from}.
     *
     * @param running what runs now, where that is known
     */
    Known<Brings> brings(PackageName name, CommitId from, CommitId to, Optional<CommitId> running);
}
