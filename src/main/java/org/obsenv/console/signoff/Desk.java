package org.obsenv.console.signoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Step;
import org.obsenv.domain.signoff.TagMove;

/**
 * What one person may enter about a candidate now, besides signing it.
 *
 * @param objection against it, in a seat of hers
 * @param steps of the ladder that she may record
 * @param checks of the matrix that she may enter
 * @param ticks the deployments in the policy's order
 */
record Desk(
        Optional<Form> objection,
        Map<Step, Form> steps,
        Map<Policy.Cell, Form> checks,
        List<Tick> ticks,
        TagOffer tag) {
    Desk {
        steps = Map.copyOf(steps);
        checks = Map.copyOf(checks);
        ticks = List.copyOf(ticks);
    }

    /** Nothing may be entered. */
    static Desk empty(List<Tick> ticks, TagOffer tag) {
        return new Desk(Optional.empty(), Map.of(), Map.of(), ticks, tag);
    }

    /** A deployment, whether the image is on all its nodes, and whether she may say so. */
    record Tick(String deployment, boolean isPulled, boolean isOffered) {}

    /** What may be done with the recommended tag. */
    sealed interface TagOffer {
        /** Nothing here, by this person. */
        record Nothing() implements TagOffer {}

        /** It will be possible, and something is in the way. */
        record NotYet() implements TagOffer {}

        /**
         * It may be moved to this image.
         *
         * @param from what it means now
         * @param line from what to what, in words
         */
        record Promote(Digest image, Optional<Digest> from, String line) implements TagOffer {}

        /** It may be put back from this image to what it replaced. */
        record PutBack(Digest image, Form form) implements TagOffer {}

        /**
         * A move is ordered and its end is not recorded.
         *
         * @param line who ordered what, and what is to be done where, in words
         * @param target the image that the tag is to mean
         * @param again the same move, if it may be tried once more
         */
        record Verify(Digest image, String line, Digest target, Optional<TagMove> again) implements TagOffer {}
    }

    /** Everything that has fields. */
    List<Form> forms() {
        List<Form> all = new ArrayList<>();
        objection.ifPresent(all::add);
        all.addAll(steps.values());
        all.addAll(checks.values());
        if (tag instanceof TagOffer.PutBack back) {
            all.add(back.form());
        }
        return all;
    }
}
