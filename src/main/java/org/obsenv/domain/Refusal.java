package org.obsenv.domain;

import java.util.Locale;

/** Why a verb changed nothing. Each has its text in the bundle {@code endings}, under its written form. */
public enum Refusal {
    /** sudo or the site does not allow this person this verb. */
    NOT_PERMITTED,
    /** The process that started the verb is not sudo run by root. */
    NOT_THROUGH_SUDO,
    /** The request is not a document this verb takes; the facts name file, line and key. */
    BAD_REQUEST,
    /** The site file cannot be used; the facts name file, line and key. */
    BAD_SITE,
    /** The base list cannot be used; the facts name file, line and key, or the package. */
    BAD_LIST,
    /** A limit of the calling process (ulimit) is too low to act safely. */
    LIMIT_TOO_LOW,
    /** The environment's root, or a directory on the way to it, could be changed by somebody else. */
    UNTRUSTED_PATH,
    /** There is no generation layout at the root. */
    NOT_SET_UP,
    /** No base was ever built. */
    BASE_NOT_BUILT,
    /** Base was moved since the person looked. */
    BASE_MOVED,
    /** {@code current} was moved since the person looked. */
    SWITCH_MOVED,
    /** {@code current} already is where the verb would put it. */
    NOTHING_TO_DO,
    /** The generation to switch to is not whole. */
    GENERATION_DAMAGED,
    /** Another verb holds the lock and could not be ended. */
    BUSY,
    /** The root is mounted read-only here. */
    READ_ONLY,
    /** A pin or head could not be resolved, fetched, checked or exported; the facts name the package. */
    CANNOT_BUILD;

    /** Lower case with hyphens, as in the protocol and the bundle. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
