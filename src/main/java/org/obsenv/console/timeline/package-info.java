/**
 * What ran when, who made it so, and what differs between any two generations. It reads through ports only.
 */
@NullMarked
package org.obsenv.console.timeline;

import org.jspecify.annotations.NullMarked;
