/**
 * The Base page: the list of base with what each pin stands for, what base could be, building it, and its earlier
 * texts. It decides nothing about pins itself: names are resolved by ports, and the verb writes the list.
 */
@NullMarked
package org.obsenv.console.base;

import org.jspecify.annotations.NullMarked;
