@NullMarked
package org.obsenv.console.alarm;

import org.jspecify.annotations.NullMarked;
