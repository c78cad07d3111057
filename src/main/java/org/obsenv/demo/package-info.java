/**
 * The demo site: real git remotes and a real environment made by the real verbs, and what a newcomer can do to it. It
 * touches nothing outside its own directory and is no part of the privileged side.
 */
@NullMarked
package org.obsenv.demo;

import org.jspecify.annotations.NullMarked;
