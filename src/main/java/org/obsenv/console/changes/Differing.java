package org.obsenv.console.changes;

import org.obsenv.console.support.Mark;
import org.obsenv.domain.PackageName;

/**
 * A package that differs from base, or of which that is not known.
 *
 * @param counts commits it is ahead and behind, or why there are none
 * @param shape how loud that is
 * @param told all of it as plain text
 */
record Differing(PackageName name, String counts, Mark.Shape shape, String told) {}
