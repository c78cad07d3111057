package org.obsenv.console.resume;

/** Where the hold strip stands. */
public sealed interface ResumeState {
    /** Nothing holds the environment, or it is not known to be held. */
    record NotHeld() implements ResumeState {}

    record Held(Hold hold) implements ResumeState {}

    /**
     * A maintainer looks at what resuming would bring.
     *
     * @param hold as it was when the preview was opened: its token travels with the request
     */
    record Previewing(Hold hold) implements ResumeState {}

    record Running(Hold hold) implements ResumeState {}
}
