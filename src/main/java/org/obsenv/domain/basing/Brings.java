package org.obsenv.domain.basing;

import org.obsenv.domain.Drift;

/**
 * What a pin brings in the place of another.
 *
 * @param drift how the new commit stands to the old one
 * @param releases tags that the new one holds and the old one does not; hot-fixes' own names do not count
 * @param hotfixes how many hot-fixes run now beyond the old pin
 * @param contained how many of those the new one holds
 * @param isRunning whether it is what runs now
 */
public record Brings(Drift drift, int releases, int hotfixes, int contained, boolean isRunning) {}
