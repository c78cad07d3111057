package org.obsenv.hostile.trace;

import java.util.concurrent.atomic.AtomicBoolean;

/** Decides on every call about something in the watched directory. */
public interface Rule {
    Fate at(Place place);

    /** Everything takes place. */
    static Rule undisturbed() {
        return place -> new Fate.GoesOn();
    }

    /** That, once, at that place. */
    static Rule once(Place where, Fate fate) {
        return place -> place.equals(where) ? fate : new Fate.GoesOn();
    }

    /** From that place on nothing can be written any more (or, where that place reads, neither written nor read). */
    static Rule forEver(Place where, Errno error) {
        AtomicBoolean broken = new AtomicBoolean();
        return place -> {
            if (place.equals(where)) {
                broken.set(true);
            }
            return broken.get() && (place.writes() || !where.writes()) ? new Fate.Fails(error) : new Fate.GoesOn();
        };
    }

    /** On a file system that cannot exchange two names in one step. */
    static Rule withoutExchange() {
        return place -> place.call().equals("renameat2") ? new Fate.Fails(Errno.EINVAL) : new Fate.GoesOn();
    }

    /** What this rule lets go on is left to the other. */
    default Rule otherwise(Rule other) {
        return place -> at(place) instanceof Fate.GoesOn ? other.at(place) : at(place);
    }
}
