package org.obsenv.domain.signoff;

/**
 * How far a document of the store has come: what somebody saw of it, and what must still be so when she acts.
 *
 * @param number how many acts it has
 * @param hash of the newest act; of the header when there is none
 */
public record Revision(int number, String hash) {
    public Revision {
        if (number < 0 || !isHash(hash)) {
            throw new IllegalArgumentException("not a revision: " + number + " " + hash);
        }
    }

    /** Whether it can be a SHA-256 in hexadecimal. */
    public static boolean isHash(String text) {
        return text.matches("[0-9a-f]{64}");
    }
}
