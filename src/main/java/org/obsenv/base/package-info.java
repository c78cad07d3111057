/**
 * The base list ({@code base_environment.yaml}) as maintainers write it: names only. Both sides read it, so it knows no
 * repository; what a name stands for is resolved elsewhere.
 */
@NullMarked
package org.obsenv.base;

import org.jspecify.annotations.NullMarked;
