package org.obsenv.domain.changes;

import java.util.Optional;
import org.obsenv.domain.CommitId;

/**
 * The ticket a commit belongs to.
 *
 * @param id as written, such as {@code DM-47564} or {@code BLOCK-T569}
 * @param merge the merge that names it; empty where the commit does so itself
 */
public record Ticket(String id, Optional<CommitId> merge) {}
