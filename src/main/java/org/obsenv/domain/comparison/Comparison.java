package org.obsenv.domain.comparison;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.content.PackageChanges;
import org.obsenv.domain.signoff.Digest;

/** What changed between an image and the one that it replaces, or why nobody can say. */
public sealed interface Comparison {
    /**
     * An image by the name people know it by.
     *
     * @param tag as the registry or the ledger has it
     */
    record Subject(String tag, Digest digest) {}

    /** Where a list comes from. */
    sealed interface Origin {
        /** Attached to a candidate and sealed there. */
        record Attached(String by, Instant at) implements Origin {}

        /** A label of the image holds it. */
        record Label(String name) implements Origin {}

        /** The image's labels themselves. */
        record Labels() implements Origin {}
    }

    /** How old the answer is that says which image is replaced, and why there is no newer one. */
    record Aged(Instant at, String reason) {}

    /** Both lists are there. */
    record Compared(
            Subject older, Origin ofOlder, Subject newer, Origin ofNewer, PackageChanges changes, Optional<Aged> aged)
            implements Comparison {}

    /** They are one image: nothing is replaced by promoting it. */
    record Same(Subject image, Optional<Aged> aged) implements Comparison {}

    /**
     * Nobody can say.
     *
     * @param older what is replaced, where that is known at least
     * @param gaps what is missing, in the order a person mends it
     */
    record Unsaid(Optional<Subject> older, Subject newer, List<Gap> gaps) implements Comparison {
        public Unsaid {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * Something that is missing.
     *
     * @param tag of which image
     * @param detail the label's name, the problem, or why nobody answers
     */
    record Gap(Why why, String tag, String detail) {}

    /** Why something is missing. */
    enum Why {
        /** The site names no source of images, and nothing is attached. */
        NO_SOURCE,
        /** The source has no such tag. */
        NO_SUCH_TAG,
        /** The source does not answer. */
        AWAY,
        /** The image has no label of that name, and no list is attached. */
        NO_LIST,
        /** Its label holds no list of packages. */
        NOT_A_LIST
    }

    /** What it is about. */
    default Subject image() {
        return switch (this) {
            case Compared compared -> compared.newer();
            case Same same -> same.image();
            case Unsaid unsaid -> unsaid.newer();
        };
    }

    /** What it replaces, where that is known. */
    default Optional<Subject> replaced() {
        return switch (this) {
            case Compared compared -> Optional.of(compared.older());
            case Same same -> Optional.of(same.image());
            case Unsaid unsaid -> unsaid.older();
        };
    }
}
