package org.obsenv.base;

/** What the base list says of one package, as it is spelled there. */
public sealed interface ListedPin {
    /** Where it stands in the list, from 1. */
    int line();

    /** A tag, or a commit that may be abbreviated. It may turn out to be a branch, or nothing. */
    record Named(String name, int line) implements ListedPin {}

    /** {@code keep <commit>} under {@code unpinned}: the package has no pin and stays at that commit. */
    record Keep(String commit, int line) implements ListedPin {}
}
