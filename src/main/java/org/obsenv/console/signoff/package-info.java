/**
 * Candidates for the recommended image, what each still needs, and the one button of a lead. What counts is what the
 * store says; what the verb answers is only its word.
 */
@NullMarked
package org.obsenv.console.signoff;

import org.jspecify.annotations.NullMarked;
