/**
 * The one strict YAML loader and the one writer. Plain mappings, sequences and scalars only: no tags, anchors,
 * aliases or duplicate keys, bounded in size and depth. Every complaint names file, line, key and what was expected.
 */
@NullMarked
package org.obsenv.yaml;

import org.jspecify.annotations.NullMarked;
