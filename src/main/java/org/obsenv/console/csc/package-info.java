/** The CSCs under test, shown to everybody on the environment's page. It writes nothing. */
@NullMarked
package org.obsenv.console.csc;

import org.jspecify.annotations.NullMarked;
