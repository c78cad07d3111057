package org.obsenv.console.changes.syntax;

import java.util.Arrays;
import java.util.List;
import org.obsenv.domain.diff.FileText;

/**
 * The tokens of a text's lines. What a line leaves open is known for those before it only: near what is known it is found
 * out on the way, and for the whole of a long text in the background. Used on one thread.
 */
public final class Highlighting {
    /** A line of more characters is plain, and leaves open what it found open. */
    static final int LONGEST = 2_000;

    /** So many lines are gone through at once for the sake of one. */
    private static final int STRIDE = 500;

    private final FileText text;
    private final Tokenizer tokenizer;

    /** What each line begins with, as far as known. */
    private int[] states;

    private int known = 1;

    public Highlighting(FileText text, Language language) {
        this.text = text;
        this.tokenizer = language.tokenizer();
        this.states = new int[STRIDE];
    }

    /** What every line of the text begins with; may take a while, on any thread. */
    public static int[] states(FileText text, Language language) {
        int[] states = new int[text.lines() + 1];
        Tokenizer tokenizer = language.tokenizer();
        for (int line = 0; line < text.lines(); line++) {
            states[line + 1] = next(tokenizer, text.line(line), states[line]);
        }
        return states;
    }

    private static int next(Tokenizer tokenizer, String line, int state) {
        return line.length() > LONGEST ? state : tokenizer.tokens(line, state).next();
    }

    /** What every line begins with was found out. */
    public void learn(int[] all) {
        states = all;
        known = all.length;
    }

    /** Whether the line's tokens can be told now; else it is plain until {@link #learn}. */
    public boolean isKnown(int line) {
        return line < known + STRIDE;
    }

    /** The line's tokens, in order; what none of them names is plain. */
    public List<Token> tokens(int line) {
        String written = text.line(line);
        if (written.length() > LONGEST || !isKnown(line)) {
            return List.of();
        }
        while (known <= line) {
            if (known == states.length) {
                states = Arrays.copyOf(states, known * 2);
            }
            states[known] = next(tokenizer, text.line(known - 1), states[known - 1]);
            known++;
        }
        return tokenizer.tokens(written, states[line]).all();
    }
}
