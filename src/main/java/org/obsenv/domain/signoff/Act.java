package org.obsenv.domain.signoff;

import java.time.Instant;

/**
 * One act on a candidate, sealed in the store.
 *
 * @param number its place in the candidate's document, from 1
 * @param actor who did it, by sudo's word
 * @param digest the image it is bound to
 */
public record Act(int number, Instant at, String actor, Digest digest, Deed deed) {}
