/**
 * What lies between two commits, for a person who reviews it: what each commit is, which ticket it belongs to, and whether
 * the fix is where everybody else gets it from. Values and the port; nothing here looks at a repository.
 */
@NullMarked
package org.obsenv.domain.changes;

import org.jspecify.annotations.NullMarked;
