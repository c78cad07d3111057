package org.obsenv.domain;

import java.time.Instant;

/**
 * One commit as a list shows it.
 *
 * @param subject the message's first line, as written: it may be long and hold control characters
 * @param author the author's name, not the committer's
 * @param at when it was committed
 */
public record CommitSummary(CommitId id, String subject, String author, Instant at) {}
