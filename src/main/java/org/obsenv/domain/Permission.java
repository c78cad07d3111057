package org.obsenv.domain;

/** Whether this person may run a verb, as sudo says without running it. */
public sealed interface Permission {
    record Granted() implements Permission {}

    record Denied(String reason) implements Permission {}

    /** sudo could not be asked; the verb itself will tell. */
    record Unknown(String reason) implements Permission {}
}
