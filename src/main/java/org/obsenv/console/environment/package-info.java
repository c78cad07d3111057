/**
 * The environment page: verdict, filter, table. It starts no verb.
 */
@NullMarked
package org.obsenv.console.environment;

import org.jspecify.annotations.NullMarked;
