package org.obsenv.domain.signoff;

import java.util.Optional;

/** What a person asks to be done with the recommended tag. */
public sealed interface TagMove {
    /**
     * Advance it to the candidate's image.
     *
     * @param recommended the image that the tag meant on the person's screen; empty where there was no such tag
     */
    record Promote(Optional<Digest> recommended) implements TagMove {}

    /** Put it back from the candidate's image to the one that this had replaced. */
    record Return(String reason) implements TagMove {}

    /** Look whether the move that was ordered is done, and record it if so. */
    record Verify() implements TagMove {}
}
