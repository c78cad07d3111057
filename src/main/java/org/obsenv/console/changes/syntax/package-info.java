/**
 * What the words of a line are, in the languages that packages are written in: enough to colour them, line by line,
 * without a parser. Pure; must not know JavaFX, nor which colour anything has.
 */
@NullMarked
package org.obsenv.console.changes.syntax;

import org.jspecify.annotations.NullMarked;
