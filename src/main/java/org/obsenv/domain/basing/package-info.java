/**
 * What base is and what it could be: the versions of its list, pins beside other pins, what a change brings. Pure: no
 * list is read and none is written here.
 */
@NullMarked
package org.obsenv.domain.basing;

import org.jspecify.annotations.NullMarked;
