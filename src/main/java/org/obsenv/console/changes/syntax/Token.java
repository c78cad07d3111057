package org.obsenv.console.changes.syntax;

/** Characters of a line that are of one kind. */
public record Token(int begin, int end, Kind kind) {}
