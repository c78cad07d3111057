package org.obsenv.base;

/** What the base list says of one package, as it is spelled there. */
public sealed interface ListedPin {
    /** Where it stands in the list, from 1; 0 while it does not. */
    int line();

    /** As its value in the list. */
    String written();

    /** A tag, or a commit that may be abbreviated. It may turn out to be a branch, or nothing. */
    record Named(String name, int line) implements ListedPin {
        @Override
        public String written() {
            return name;
        }
    }

    /** {@code keep <commit>} under {@code unpinned}: the package has no pin and stays at that commit. */
    record Keep(String commit, int line) implements ListedPin {
        @Override
        public String written() {
            return "keep " + commit;
        }
    }

    /** Whether it says the same, wherever it stands. */
    default boolean isSame(ListedPin other) {
        return getClass() == other.getClass() && written().equals(other.written());
    }
}
