package org.obsenv.console.shell;

import org.obsenv.console.support.Mark;

/**
 * One lamp of the footer.
 *
 * @param hint the whole story, for the pointer
 */
public record Health(Mark.Shape shape, String text, String hint) {}
