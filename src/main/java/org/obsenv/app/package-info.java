/** The top: constructor wiring and the mains. It decides nothing; it joins what the other packages are. */
@NullMarked
package org.obsenv.app;

import org.jspecify.annotations.NullMarked;
