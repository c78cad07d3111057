package org.obsenv.domain.diff;

/** What the lines of a text end with. */
public enum LineEnds {
    /** There is no line that ends. */
    NONE,
    LF,
    /** Every line feed has a carriage return before it. */
    CRLF,
    /** Some have one. */
    MIXED
}
