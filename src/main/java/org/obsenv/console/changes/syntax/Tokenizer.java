package org.obsenv.console.changes.syntax;

import java.util.List;

/** Tells the parts of a line, given what the lines before it left open. */
public interface Tokenizer {
    /** What the first line begins with: nothing is open. */
    int START = 0;

    /**
     * A line's tokens, in order.
     *
     * @param next what this line leaves open, for the line after it
     */
    record Tokens(List<Token> all, int next) {
        public Tokens {
            all = List.copyOf(all);
        }
    }

    /**
     * Tells the parts of a line.
     *
     * @param line without its line feed
     * @param state what the line before left open
     */
    Tokens tokens(String line, int state);
}
