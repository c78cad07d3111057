package org.obsenv.domain.signoff;

import java.util.Optional;

/** What somebody did about a candidate. */
public sealed interface Deed {
    /** Proposed it. */
    record Proposed(String reason, Optional<String> replaces) implements Deed {}

    /** Wrote down what a meeting said. */
    record MeetingHeld(String meeting, boolean agreed, Optional<String> note) implements Deed {}

    /** Opened a ticket for it. */
    record TicketOpened(String ticket) implements Deed {}

    /** Entered a result of a repository's notebooks on a deployment. */
    record Checked(Policy.Cell cell, CheckResult result, Optional<String> evidence) implements Deed {}

    /** Acknowledged it in a seat; {@code holder} is whose seat it is where a designate signed. */
    record Acknowledged(String seat, Optional<String> holder, Optional<String> comment) implements Deed {}

    /** Objected in a seat; blocks until it is withdrawn. */
    record Objected(String seat, String comment) implements Deed {}

    /** Took back an act of her own. */
    record Withdrew(int act, Optional<String> comment) implements Deed {}

    /** Said that the image is on all nodes of a deployment. */
    record Pulled(String deployment) implements Deed {}

    /** Made it the recommended one: which digest the tag had, and which it has. */
    record Promoted(String tag, Optional<Digest> from) implements Deed {}

    /** How a check ended. */
    enum CheckResult {
        PASSED,
        FAILED
    }
}
