/** The site file, the one configuration, read by both sides. It starts nothing and writes nothing. */
@NullMarked
package org.obsenv.site;

import org.jspecify.annotations.NullMarked;
