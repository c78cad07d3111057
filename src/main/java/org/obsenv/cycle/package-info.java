/** The cycle build's list of versions ({@code cycle.env}), parsed as data: nothing of it is ever run. */
@NullMarked
package org.obsenv.cycle;

import org.jspecify.annotations.NullMarked;
