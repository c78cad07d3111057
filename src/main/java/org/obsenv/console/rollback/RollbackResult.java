package org.obsenv.console.rollback;

import java.util.List;

/**
 * A roll back that was done, in words.
 *
 * @param proof what this workstation's own look at the disk says
 * @param exceptions packages that the disk does not show at base, one line each
 * @param todo what people do now, as the site says it
 * @param moved the first of the packages that moved, one row each
 * @param more how many moved beyond those, in words; empty when all of them have a row
 * @param untouched what stayed, in words; empty when everything moved
 * @param report all of it in plain text
 */
public record RollbackResult(
        Proof proof,
        String title,
        String sub,
        String proofLine,
        List<String> exceptions,
        List<String> remarks,
        List<String> todo,
        List<Moved> moved,
        String more,
        String untouched,
        String report) {
    /** How sure it is. */
    public enum Proof {
        VERIFIED,
        WAITING,
        EXCEPTIONS,
        NOT_SEEN
    }

    /**
     * A package that was moved.
     *
     * @param kept what of deploy stays for maintainers
     * @param seen whether this workstation's disk shows it where it went
     */
    public record Moved(String name, String was, String now, String kept, boolean seen) {}

    public RollbackResult {
        exceptions = List.copyOf(exceptions);
        remarks = List.copyOf(remarks);
        todo = List.copyOf(todo);
        moved = List.copyOf(moved);
    }
}
