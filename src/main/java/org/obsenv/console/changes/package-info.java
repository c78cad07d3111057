/**
 * The detail drawer: commits between two commits of a package, the files, one file's diff. Read only.
 */
@NullMarked
package org.obsenv.console.changes;

import org.jspecify.annotations.NullMarked;
