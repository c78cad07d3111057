package org.obsenv.console.signoff;

import org.obsenv.domain.comparison.Comparison;

/** How far the question what changed between two images is. */
sealed interface Comparing {
    /** Nobody asked. */
    record Closed() implements Comparing {}

    /** It is being looked up; images may be far away. */
    record Looking() implements Comparing {}

    record Answered(Comparison comparison) implements Comparing {}

    /** The question itself broke. */
    record Broken(String problem) implements Comparing {}
}
