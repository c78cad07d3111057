@NullMarked
package org.obsenv.console.changes.syntax;

import org.jspecify.annotations.NullMarked;
