package org.obsenv.domain;

import java.util.Locale;

/** What about a package asks for a person's attention. The written form is part of the JSON of {@code status}. */
public enum Flag {
    /** Tracked files of the work tree differ from its commit (plain clones only). */
    UNCOMMITTED,
    /** The work tree holds files git does not know (plain clones only). */
    UNTRACKED,
    /** HEAD names no branch (plain clones only). */
    DETACHED,
    /** What runs cannot be reached from the deploy branch. */
    OFF_DEPLOY,
    /** The pin's commit cannot be reached from the deploy branch. */
    PIN_NOT_ON_DEPLOY,
    /** The pin names a branch, which moves. */
    PIN_IS_BRANCH,
    /** The list has no pin for the package, or the pin names nothing in its repository. */
    PIN_MISSING,
    /** The pin's commit is older than a year. */
    PIN_OLD,
    /** The pin was edited and base was not built since. */
    BASE_NOT_BUILT,
    /** The remote's deploy branch was rewritten; the old head is kept. */
    REWRITTEN,
    /** The deploy head did not pass the gate; the last good one is kept. */
    REFUSED,
    /** The remote has the deploy branch no more; the last good head is kept. */
    BRANCH_GONE,
    /** The remote answered, and its deploy branch did not come with the fetch; the head is that of the last one. */
    UNBROUGHT,
    /** Not all tags of the remote could be fetched; whether a head is a release is not known, and none is named. */
    TAGS_INCOMPLETE,
    /** A hot-fix's tag is not at the remote, where the site wants it. */
    TAG_UNPUSHED,
    /** An alarm about what of it can be traced waits for somebody. */
    ALARM,
    /** The remote did not answer; the deploy head is that of the last fetch. */
    STALE;

    /** Lower case with hyphens. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
