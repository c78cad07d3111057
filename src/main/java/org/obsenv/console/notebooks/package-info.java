/** The person's own notebooks: a button, what it would do, and the way back. Asks for no verb and knows no sudo. */
@NullMarked
package org.obsenv.console.notebooks;

import org.jspecify.annotations.NullMarked;
