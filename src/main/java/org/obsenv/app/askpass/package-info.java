/** The program that sudo starts to ask for a password: its main and what it can know of the question. */
@NullMarked
package org.obsenv.app.askpass;

import org.jspecify.annotations.NullMarked;
