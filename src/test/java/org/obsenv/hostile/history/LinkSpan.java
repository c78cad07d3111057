package org.obsenv.hostile.history;

import java.time.Instant;
import org.obsenv.domain.SwitchToken;

/**
 * One and the same link {@code current} in consecutive looks: it stood there all the time between the first and the last.
 *
 * @param first when the first look began
 * @param certain when the first look had ended
 * @param last when the last look began
 */
public record LinkSpan(SwitchToken token, Instant first, Instant certain, Instant last) {
    /** Whether it was certainly there at some moment after one and before the other. */
    boolean stoodBetween(Instant after, Instant before) {
        // A look that began afterwards and ended before, or an unbroken stretch that reaches in.
        boolean firstLook = first.isAfter(after) && certain.isBefore(before);
        boolean stretch = last.isAfter(after) && certain.isBefore(before) && !last.isBefore(certain);
        return firstLook || stretch;
    }
}
