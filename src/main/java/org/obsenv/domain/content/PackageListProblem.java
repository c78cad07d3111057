package org.obsenv.domain.content;

/** A text that is no list of packages. */
public final class PackageListProblem extends Exception {
    private static final long serialVersionUID = 1L;

    PackageListProblem(String file, int line, String what) {
        super(line == 0 ? file + ": " + what : file + ", line " + line + ": " + what);
    }

    /** File, line and what was expected; foreign text in it is as it was. */
    public String told() {
        return String.valueOf(getMessage());
    }
}
