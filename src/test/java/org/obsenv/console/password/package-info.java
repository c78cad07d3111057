/** Tests of what every part of the console stands on. */
@NullMarked
package org.obsenv.console.password;

import org.jspecify.annotations.NullMarked;
