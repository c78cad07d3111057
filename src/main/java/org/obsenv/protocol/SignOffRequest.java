package org.obsenv.protocol;

import java.util.Optional;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.window.WindowChange;

/**
 * What {@code signoff} is asked to write. Who asks is not in it: that is for sudo to prove.
 *
 * @param host the workstation it was asked from
 */
public record SignOffRequest(Ask ask, Optional<String> host) {
    /** What is to be written, bound to what the person saw. */
    public sealed interface Ask {
        /** Something that is written to the store and touches nothing else. */
        sealed interface Write extends Ask {}

        /** An image that is no candidate so far. */
        record Propose(String tag, Digest digest, Deed.Proposed deed) implements Write {}

        /**
         * An act on a candidate.
         *
         * @param saw the document as it was on the screen
         * @param digest the image that it is bound to
         */
        record OnCandidate(String candidate, Revision saw, Digest digest, Deed deed) implements Write {}

        /** A move of the recommended tag. Which tag that is, and what it means, is not for the caller to say. */
        record MoveTag(String candidate, Revision saw, Digest digest, TagMove move) implements Ask {}

        /** Who may sign in a seat of the caller's. It speaks for her alone, so nobody else's act is in its way. */
        record OnDesignations(DesignationAct.Change change) implements Write {}

        /**
         * Something about a session of a maintenance window.
         *
         * @param saw the document of sessions as it was on the screen: what somebody else said of the same window since
         *     is in its way, so that a stale click cannot undo a cancellation
         */
        record OnWindows(Revision saw, WindowChange change) implements Write {}
    }
}
