package org.obsenv.console.environment;

import java.util.Locale;
import org.obsenv.console.support.Mark;
import org.obsenv.domain.Drift;

/** A drift as one word and one shape, the worst last. */
public enum DriftState {
    AT_BASE(Mark.Shape.GOOD),
    BEHIND(Mark.Shape.BEHIND),
    AHEAD(Mark.Shape.AHEAD),
    DIVERGED(Mark.Shape.DIVERGED),
    UNKNOWN(Mark.Shape.UNKNOWN);

    private final Mark.Shape shape;

    DriftState(Mark.Shape shape) {
        this.shape = shape;
    }

    static DriftState of(Drift drift) {
        return switch (drift) {
            case Drift.AtPin at -> AT_BASE;
            case Drift.Ahead ahead -> AHEAD;
            case Drift.Behind behind -> BEHIND;
            case Drift.Diverged diverged -> DIVERGED;
            case Drift.Unknown unknown -> UNKNOWN;
        };
    }

    public Mark.Shape shape() {
        return shape;
    }

    /** The end of its word's key. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
