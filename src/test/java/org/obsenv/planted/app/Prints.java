package org.obsenv.planted.app;

/** Breaks: only mains print. */
final class Prints {
    private Prints() {}

    static void print() {
        System.err.println("not fine");
    }
}
