package org.obsenv.console.changes;

import org.obsenv.console.changes.syntax.Kind;

/** What has a colour of its own in a diff; which one is the theme's to say. */
enum DiffInk {
    PLAIN("plain"),
    KEYWORD("keyword"),
    NAME("name"),
    STRING("string"),
    NUMBER("number"),
    COMMENT("comment"),
    MARKUP("markup"),
    /** Line numbers. */
    GUTTER("gutter"),
    /** Signs before a line, and the bar at its edge. */
    ADDED_SIGN("added-sign"),
    REMOVED_SIGN("removed-sign"),
    /** Words of ours among the lines: folds, and what is cut. */
    REMARK("remark"),

    /* Grounds. */
    SAME_GROUND("same-ground"),
    ADDED_GROUND("added-ground"),
    REMOVED_GROUND("removed-ground"),
    /** Beside a line that has no counterpart. */
    EMPTY_GROUND("empty-ground"),
    FOLD_GROUND("fold-ground"),
    ADDED_WORD("added-word"),
    REMOVED_WORD("removed-word"),
    HIT("hit"),
    HIT_HERE("hit-here"),
    CHOSEN("chosen"),
    DIVIDER("divider"),

    /* Lines around words, where a ground alone would not tell. */
    ADDED_EDGE("added-edge"),
    REMOVED_EDGE("removed-edge"),
    HIT_EDGE("hit-edge"),
    HERE_EDGE("here-edge");

    private final String written;

    DiffInk(String written) {
        this.written = written;
    }

    /** The style class that gives it its colour. */
    String styleClass() {
        return "diff-ink-" + written;
    }

    /** The line around a part of a text that has this for its ground. */
    DiffInk edge() {
        return switch (this) {
            case ADDED_WORD -> ADDED_EDGE;
            case REMOVED_WORD -> REMOVED_EDGE;
            case HIT -> HIT_EDGE;
            case HIT_HERE -> HERE_EDGE;
            default -> throw new IllegalStateException(this + " is no ground of a part");
        };
    }

    static DiffInk of(Kind kind) {
        return switch (kind) {
            case PLAIN -> PLAIN;
            case KEYWORD -> KEYWORD;
            case NAME -> NAME;
            case STRING -> STRING;
            case NUMBER -> NUMBER;
            case COMMENT -> COMMENT;
            case MARKUP -> MARKUP;
        };
    }
}
