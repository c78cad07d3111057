package org.obsenv.console.support;

/** What may block on its own: work of one lane never waits for work of another. */
public enum Lane {
    /** The environment's reader; one look at a time. */
    READING(1),
    /** Commits, files and diffs; one blocked repository leaves room for the others. */
    CHANGES(8),
    ROLLBACK(1),
    RESUME(1),
    /** Going to a generation, and marking one. */
    SWITCH(1),
    /** A pass of the auto-pull, which waits for remotes. */
    PULL(1),
    /** sudo's answer, which may have to ask a directory server. */
    PERMISSION(1),
    JOURNAL(1),
    /** Reading what ran when: every generation and a long journal. */
    TIMELINE(1),
    /** Reading the base list and its earlier texts, and what versions stand for. */
    BASE(2),
    /** Building base, which fetches and takes minutes. */
    SET_BASE(1),
    /** Reading the store of sign-offs. */
    LEDGER(1),
    /** Writing an act into it, which may wait for a password. */
    SIGN_OFF(1),
    /** Asking the registry, which is far away. */
    REGISTRY(1),
    /** Reading a report of somebody else's run, in a file or far away. */
    REPORT(1),
    /** The person's own file, on a home directory that may be far away. */
    NOTEBOOKS(1),
    /** What the person has viewed, on the same. */
    VIEWED(1),
    /** Starting a browser, which may never answer. */
    BROWSER(1),
    /** What else the person asked for, such as the demo's actions. */
    EXTRA(1);

    private final int threads;

    Lane(int threads) {
        this.threads = threads;
    }

    int threads() {
        return threads;
    }
}
