package org.obsenv.domain;

/**
 * How a commit stands to the base pin, in commits reachable from one and not from the other
 * ({@code git rev-list --left-right --count}). What could not be computed is {@link Unknown}, never zero.
 */
public sealed interface Drift {
    /** The commit is the pin's commit. */
    record AtPin() implements Drift {}

    /** The commit holds everything the pin holds, and more. */
    record Ahead(int commits) implements Drift {
        public Ahead {
            requirePositive(commits);
        }
    }

    /** The pin holds everything the commit holds, and more. */
    record Behind(int commits) implements Drift {
        public Behind {
            requirePositive(commits);
        }
    }

    /** Each has commits that the other lacks; unrelated histories too. */
    record Diverged(int ahead, int behind) implements Drift {
        public Diverged {
            requirePositive(ahead);
            requirePositive(behind);
        }
    }

    /** Could not look, and why, in words for a person. */
    record Unknown(String reason) implements Drift {}

    /** The state for two counts; two zeros are {@link AtPin}. */
    static Drift of(int ahead, int behind) {
        if (ahead == 0) {
            return behind == 0 ? new AtPin() : new Behind(behind);
        }
        return behind == 0 ? new Ahead(ahead) : new Diverged(ahead, behind);
    }

    private static void requirePositive(int commits) {
        if (commits < 1) {
            throw new IllegalArgumentException("not a count of commits: " + commits);
        }
    }
}
