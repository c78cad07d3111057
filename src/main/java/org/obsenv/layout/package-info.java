/**
 * The generation layout on disk as values: paths, links, manifests, the auto-pull's state and the journal. Reads only;
 * the helper alone writes, with the same documents.
 */
@NullMarked
package org.obsenv.layout;

import org.jspecify.annotations.NullMarked;
