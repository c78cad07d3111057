package org.obsenv.domain.content;

/** One package that is not the same in two lists. Versions are as the lists have them. */
public sealed interface PackageChange {
    String name();

    record Added(String name, String version) implements PackageChange {}

    record Removed(String name, String version) implements PackageChange {}

    record Changed(String name, String from, String to, Direction direction) implements PackageChange {}

    /** Which of two versions is the newer one, as far as their numbers tell. */
    enum Direction {
        UP,
        DOWN,
        /** Versions that are hashes, or differ in what has no order. */
        UNCLEAR
    }
}
