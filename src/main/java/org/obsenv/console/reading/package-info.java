/**
 * The latest look at the environment, kept fresh in the background, for every feature to watch. It changes nothing.
 */
@NullMarked
package org.obsenv.console.reading;

import org.jspecify.annotations.NullMarked;
