package org.obsenv.yaml;

import org.obsenv.words.Visible;

/** A document that cannot be used: where, which key, what was expected. The message is fit for a person. */
public final class YamlProblem extends Exception {
    /** A key's path, or a sentence that quotes the document. */
    static final int LONGEST = 240;

    private final String file;
    private final int line;
    private final String key;
    private final String problem;

    /**
     * @param line from 1; 0 when the document as a whole is meant
     * @param key the dotted path of the key; empty when the document as a whole is meant
     */
    public YamlProblem(String file, int line, String key, String problem) {
        super(place(file, line, key) + problem);
        this.file = file;
        this.line = line;
        this.key = key;
        this.problem = problem;
    }

    private static String place(String file, int line, String key) {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(", line ").append(line);
        }
        if (!key.isEmpty()) {
            text.append(", key ").append(Visible.cut(key, LONGEST));
        }
        return text.append(": ").toString();
    }

    /** Place and problem, as the message. */
    public String told() {
        return place(file, line, key) + problem;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String key() {
        return key;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }
}
