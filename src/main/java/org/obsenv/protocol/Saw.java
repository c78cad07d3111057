package org.obsenv.protocol;

import org.obsenv.domain.GenerationId;
import org.obsenv.domain.SwitchToken;

/** What the person saw when she decided; a verb refuses when the disk no longer is so. */
public sealed interface Saw {
    /** Nothing was claimed: typed by hand, or by a timer. */
    record Nothing() implements Saw {}

    /** {@code base} named this generation; what {@code rollback} compares. */
    record Base(GenerationId generation) implements Saw {}

    /** {@code current} was held at base's generation; a verb that would have to move it then refuses. */
    record HeldAtBase() implements Saw {}

    /** {@code current} was this very link; what {@code resume} compares. */
    record Current(SwitchToken token) implements Saw {}
}
