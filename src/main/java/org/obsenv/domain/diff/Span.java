package org.obsenv.domain.diff;

/** Characters of a line, from {@code begin} to before {@code end}. */
public record Span(int begin, int end) {}
