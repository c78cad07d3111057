package org.obsenv.domain.diff;

/** Whether two lines that differ in white space only differ. */
public enum WhiteSpace {
    SHOWN,
    /** As {@code git diff -w}: blanks, tabs, carriage returns and the line feed at the end count for nothing. */
    IGNORED;

    /** What {@code git} means by white space in a line. */
    static boolean isWhite(byte each) {
        return each == ' ' || each == '\t' || each == '\r' || each == '\n';
    }
}
