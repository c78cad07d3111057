package org.obsenv.domain.notebooks;

/** What {@code .user_setups} is. */
public sealed interface Holding {
    /** There is none: notebooks begin with whatever the image brings. */
    record Nothing() implements Holding {}

    /**
     * A file.
     *
     * @param text all of it
     */
    record Text(String text) implements Holding {}

    /**
     * A symbolic link, such as one into a person's dotfiles. What it names is read and never changed.
     *
     * @param target the link's own text
     * @param text of what it names; empty when that cannot be read
     */
    record Link(String target, String text) implements Holding {}

    /** What a notebook sources now. */
    default String lines() {
        return switch (this) {
            case Nothing none -> "";
            case Text(String text) -> text;
            case Link(String target, String text) -> text;
        };
    }
}
