/**
 * The store of sign-offs on disk, both sides' knowledge of it: where what is, how a document is written and sealed, and
 * how it is read and verified. Writes nothing but what a reader remembers for itself; the only writer is the helper.
 */
@NullMarked
package org.obsenv.ledger;

import org.jspecify.annotations.NullMarked;
