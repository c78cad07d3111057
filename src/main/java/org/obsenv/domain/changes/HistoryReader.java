package org.obsenv.domain.changes;

import java.util.Collection;
import java.util.Map;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;

/** Reads what the commits between two commits of a package are. Blocks; safe to call from several background threads. */
public interface HistoryReader {
    /** The commits of both sides; whether a default branch has them is told by commit only. */
    Known<RangeHistory> history(PackageName name, RangeQuestion question);

    /**
     * Whether the default branches have the same changes, by commit or by patch: an answer for each commit asked for. It
     * takes its time, so it is bounded, and what the bound leaves out is {@link Counterpart.Unknown}.
     */
    Known<Map<CommitId, Counterpart>> counterparts(PackageName name, Collection<CommitId> commits);
}
