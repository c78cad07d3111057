/**
 * The window in which sudo's question for a password is answered. It runs as a program of its own, which sudo starts: the
 * console itself never gets to see a password, so nothing else of it may use this package.
 */
@NullMarked
package org.obsenv.console.password;

import org.jspecify.annotations.NullMarked;
