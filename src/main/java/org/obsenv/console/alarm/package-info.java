/** The alarms about what of the environment can be traced, and acknowledging one. It reads and asks through ports only. */
@NullMarked
package org.obsenv.console.alarm;

import org.jspecify.annotations.NullMarked;
