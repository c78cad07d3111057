/**
 * What crosses sudo: requests to a verb and the events that come back, as bounded YAML documents. Both sides use it;
 * it starts nothing and touches no file.
 */
@NullMarked
package org.obsenv.protocol;

import org.jspecify.annotations.NullMarked;
