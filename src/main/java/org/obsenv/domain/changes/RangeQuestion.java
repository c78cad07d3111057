package org.obsenv.domain.changes;

import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;

/**
 * Which commits are asked for.
 *
 * @param deployHead where the deploy branch's line begins
 * @param limit of each side at most so many
 */
public record RangeQuestion(CommitId from, CommitId to, Known<CommitId> deployHead, int limit) {}
