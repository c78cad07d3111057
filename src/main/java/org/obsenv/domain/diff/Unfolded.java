package org.obsenv.domain.diff;

import java.util.BitSet;

/** Which stretches of unchanged lines are shown whole, counted from 0, the one before the first edit. */
public final class Unfolded {
    /** None of them. */
    public static final Unfolded NONE = new Unfolded(new BitSet(), false);

    /** Every one. */
    public static final Unfolded ALL = new Unfolded(new BitSet(), true);

    private final BitSet open;
    private final boolean isAll;

    private Unfolded(BitSet open, boolean isAll) {
        this.open = open;
        this.isAll = isAll;
    }

    public Unfolded and(int stretch) {
        BitSet more = (BitSet) open.clone();
        more.set(stretch);
        return new Unfolded(more, isAll);
    }

    public boolean holds(int stretch) {
        return isAll || open.get(stretch);
    }
}
