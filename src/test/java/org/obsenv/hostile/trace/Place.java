package org.obsenv.hostile.trace;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A call, known again in another run: what makes it, what it does to which paths, and the how-manieth of these it is.
 * Names that are others in every run are taken to be equal.
 *
 * @param program {@link #VERB}, or the program that the verb runs, such as {@code git fetch}
 * @param paths relative to the directory that is watched
 * @param ordinal from 1
 */
public record Place(String program, String call, List<String> paths, boolean writes, int ordinal) {
    /** The verb's own process. */
    public static final String VERB = "verb";

    private static final Pattern UUID =
            Pattern.compile("\\.new-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern OF_GIT = Pattern.compile("tmp_(\\w+)_[A-Za-z0-9]{6}");
    /** git init tries in a new repository whether links can be made there. */
    private static final Pattern OF_INIT = Pattern.compile("(?<=\\.new-\\*/)t[A-Za-z0-9]{6}$");

    private static final Pattern OF_REPACK = Pattern.compile("\\.tmp-\\d+-");

    /** When adopt put clones aside, and what it calls their uncommitted work. */
    private static final Pattern OF_ADOPT = Pattern.compile("\\d{8}T\\d{6}Z");

    static String alike(String path) {
        String alike = UUID.matcher(path).replaceAll(".new-*");
        alike = OF_ADOPT.matcher(alike).replaceAll("UTC");
        alike = OF_GIT.matcher(alike).replaceAll("tmp_$1_*");
        alike = OF_INIT.matcher(alike).replaceAll("t*");
        return OF_REPACK.matcher(alike).replaceAll(".tmp-*-");
    }

    public boolean ofVerb() {
        return program.equals(VERB);
    }

    /** Whether a name appears, disappears or changes its meaning in one step. */
    public boolean renames() {
        return call.startsWith("rename");
    }

    @Override
    public String toString() {
        return program + ": " + call + "(" + paths.stream().collect(Collectors.joining(", ")) + ") #" + ordinal;
    }
}
