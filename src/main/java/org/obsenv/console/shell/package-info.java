/**
 * The window: header, rail, footer, keys, themes, and which page is in front. The one package that knows several
 * features.
 */
@NullMarked
package org.obsenv.console.shell;

import org.jspecify.annotations.NullMarked;
