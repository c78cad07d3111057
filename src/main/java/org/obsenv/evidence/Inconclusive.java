package org.obsenv.evidence;

/** A report that says nothing that could be recorded. The message tells a person why and what to do. */
final class Inconclusive extends Exception {
    private static final long serialVersionUID = 1L;

    Inconclusive(String reason) {
        super(reason);
    }
}
