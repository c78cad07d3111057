/** Maintenance windows: their next sessions, and what a person says of them. Reads nothing itself; runs only sign-offs. */
@NullMarked
package org.obsenv.console.windows;

import org.jspecify.annotations.NullMarked;
