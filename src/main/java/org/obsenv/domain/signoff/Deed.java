package org.obsenv.domain.signoff;

import java.util.Optional;
import org.obsenv.domain.content.PackageList;

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

    /**
     * Attached the list of the image's packages.
     *
     * @param source where the list is from, as people say it
     */
    record PackagesListed(String source, PackageList packages) implements Deed {
        public PackagesListed {
            if (!packages.isAttachable()) {
                throw new IllegalArgumentException("a list of " + packages.size() + " packages cannot be attached");
            }
        }
    }

    /** Said that the image is on all nodes of a deployment. */
    record Pulled(String deployment) implements Deed {}

    /**
     * Asked for the recommended tag to be moved to this image: written before anybody moves it, so that a move whose
     * end nobody heard is known of.
     *
     * @param from the image that the tag meant; empty where there was no such tag
     */
    record PromotionOrdered(String tag, Optional<Digest> from) implements Deed {}

    /** Found the recommended tag at this image: which image it meant before, and, in the act, which it means. */
    record Promoted(String tag, Optional<Digest> from) implements Deed {}

    /** Asked for the recommended tag to be put back from this image to the one it replaced. */
    record ReturnOrdered(String tag, Digest to, String reason) implements Deed {}

    /** Found the recommended tag back at the image that this one had replaced. */
    record Returned(String tag, Digest to) implements Deed {}

    /** How a check ended. */
    enum CheckResult {
        PASSED,
        FAILED
    }
}
