package org.obsenv.console.changes;

import org.obsenv.domain.Known;

/** The answer to a question that takes its time. */
public sealed interface Asked<T> {
    /** Nobody asked. */
    record Not<T>() implements Asked<T> {}

    /** The answer is under way. */
    record Waiting<T>() implements Asked<T> {}

    record Answered<T>(Known<T> answer) implements Asked<T> {}
}
