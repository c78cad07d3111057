package org.obsenv.git;

import java.util.Collection;
import java.util.Map;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.domain.changes.HistoryReader;
import org.obsenv.domain.changes.RangeHistory;
import org.obsenv.domain.changes.RangeQuestion;
import org.obsenv.domain.changes.TicketRules;

/** Reads histories from repositories on disk, each question within the time limit of its {@link BoundedReads}. */
public final class JGitHistoryReader implements HistoryReader {
    private final JGitChangeReader.Places places;
    private final BoundedReads reads;
    private final BoundedReads slowReads;
    private final TicketRules tickets;

    /**
     * @param slowReads for counterparts, which must not keep files and diffs of the same package waiting
     */
    public JGitHistoryReader(
            JGitChangeReader.Places places, BoundedReads reads, BoundedReads slowReads, TicketRules tickets) {
        this.places = places;
        this.reads = reads;
        this.slowReads = slowReads;
        this.tickets = tickets;
    }

    @Override
    public Known<RangeHistory> history(PackageName name, RangeQuestion question) {
        return reads.one(name, asked -> {
            try (GitRepository repository = GitRepository.open(places.gitDirectory(asked))) {
                return RangeRead.of(repository, question, tickets);
            }
        });
    }

    @Override
    public Known<Map<CommitId, Counterpart>> counterparts(PackageName name, Collection<CommitId> commits) {
        return slowReads.one(name, asked -> {
            try (GitRepository repository = GitRepository.open(places.gitDirectory(asked))) {
                return Counterparts.of(repository, commits);
            }
        });
    }
}
