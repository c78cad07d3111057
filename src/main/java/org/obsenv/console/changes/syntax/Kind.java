package org.obsenv.console.changes.syntax;

/** What a part of a line is. */
public enum Kind {
    PLAIN,
    KEYWORD,
    /** What is defined, a decorator, the key of a mapping, a variable. */
    NAME,
    STRING,
    NUMBER,
    COMMENT,
    /** A title, a directive, a role, an anchor. */
    MARKUP
}
