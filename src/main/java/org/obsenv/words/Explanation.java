package org.obsenv.words;

/**
 * An ending in a person's words, a sentence or more each.
 *
 * @param what what happened
 * @param unchanged what is as it was
 * @param next what to do now
 */
public record Explanation(String what, String unchanged, String next) {
    /** The three parts as one paragraph. */
    public String paragraph() {
        return what + " " + unchanged + " " + next;
    }
}
