/**
 * Watches a directory of plain clones as sites have them today: HEAD, deploy branch, pins and the work trees' state. It
 * writes nothing, not even a probe, starts no process, and works on read-only mounts and on clones of other owners.
 */
@NullMarked
package org.obsenv.clones;

import org.jspecify.annotations.NullMarked;
