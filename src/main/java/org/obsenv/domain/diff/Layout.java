package org.obsenv.domain.diff;

/** How a comparison is laid out. */
public enum Layout {
    /** One column: what is gone above what came. */
    UNIFIED,
    /** Two columns, the old text at the left. */
    SIDE_BY_SIDE
}
