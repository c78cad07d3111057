@NullMarked
package org.obsenv.domain.diff;

import org.jspecify.annotations.NullMarked;
