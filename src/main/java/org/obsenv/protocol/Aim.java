package org.obsenv.protocol;

import org.obsenv.domain.GenerationId;

/** What a verb is to reach, where the verb alone does not say it. */
public sealed interface Aim {
    /** The verb says it all. */
    record None() implements Aim {}

    /** That generation; for {@code switch}. */
    record Generation(GenerationId id) implements Aim {}

    /** That it is found good, or is not any more; for {@code mark}. */
    record Marked(GenerationId id, boolean isGood) implements Aim {}
}
