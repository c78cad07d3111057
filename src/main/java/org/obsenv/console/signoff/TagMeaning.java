package org.obsenv.console.signoff;

import org.obsenv.domain.signoff.Digest;

/** What is known of the tag that somebody is about to propose. */
sealed interface TagMeaning {
    /** Nothing was written yet. */
    record Blank() implements TagMeaning {}

    /** The image source is being asked. */
    record Asking() implements TagMeaning {}

    /** It means this image now. */
    record Found(String tag, Digest image) implements TagMeaning {}

    /** There is no such tag. */
    record Absent(String tag) implements TagMeaning {}

    /** No weekly and no release. */
    record NoCandidate(String tag) implements TagMeaning {}

    /** Nobody can say. */
    record Silent(String reason) implements TagMeaning {}

    /** The site names no place where images are looked up: whoever proposes names the image herself. */
    record Nowhere() implements TagMeaning {}
}
