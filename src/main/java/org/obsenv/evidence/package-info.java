/**
 * Reports of notebooks that ran somewhere else, as the results of checks. All of it is foreign input: bounded, and
 * whatever is not certain says nothing. For consoles and the command line; the privileged side does not load it.
 */
@NullMarked
package org.obsenv.evidence;

import org.jspecify.annotations.NullMarked;
