package org.obsenv.domain.basing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.Review;

/** Whether the list has to be looked at again: a day after it was, or when nobody has looked at this text. */
public sealed interface ReviewDue {
    /** How long a review holds. */
    Duration HOLDS = Duration.ofDays(1);

    /** Nobody has reviewed this text. */
    record Never() implements ReviewDue {}

    /** The last review is older than it may be. */
    record Due(Review last, Duration since) implements ReviewDue {}

    /** It holds, for so long yet. */
    record Held(Review last, Duration left) implements ReviewDue {}

    static ReviewDue of(Optional<Review> last, Instant now) {
        if (last.isEmpty()) {
            return new Never();
        }
        Duration age = Duration.between(last.get().at(), now);
        return age.compareTo(HOLDS) > 0
                ? new Due(last.get(), age.minus(HOLDS))
                : new Held(last.get(), HOLDS.minus(age));
    }
}
