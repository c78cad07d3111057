package org.obsenv.hostile.trace;

/** What becomes of a call that a traced process begins. */
public sealed interface Fate {
    /** It takes place. */
    record GoesOn() implements Fate {}

    /** The verb's process gets SIGKILL before the call takes place, as whoever started it can send it. */
    record VerbDies() implements Fate {}

    /** The process that makes the call gets SIGKILL before it takes place, as one that takes too much memory does. */
    record ProgramDies() implements Fate {}

    /** It does not take place and returns that error. */
    record Fails(Errno error) implements Fate {}
}
