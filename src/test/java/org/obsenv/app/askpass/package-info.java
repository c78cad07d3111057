/** Tests of what every part of the console stands on. */
@NullMarked
package org.obsenv.app.askpass;

import org.jspecify.annotations.NullMarked;
