package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** A fetch of all branches and tags of a package's remote. One that is bad there keeps nobody's deploy head out. */
final class RemoteFetch {
    private static final String BRANCHES = "+refs/heads/*:refs/remotes/origin/*";
    private static final String TAGS = "+refs/tags/*:refs/tags/*";

    /** Ours are below it, where git keeps a directory: a tag of just this name has no place here. */
    private static final String JUST_HOTFIX = "^refs/tags/hotfix";

    /** What git 2.39 says of a branch that it leaves out, and ends well. */
    private static final String SHALLOW = "shallow roots are not allowed to be updated";

    private final Path directory;
    private final SharedPackage shared;
    private final Duration limit;

    RemoteFetch(Path directory, SharedPackage shared, Duration limit) {
        this.directory = directory;
        this.shared = shared;
        this.limit = limit;
    }

    /**
     * What became of it.
     *
     * @param missed what kept other branches or tags from coming; the deploy branch came
     * @param leftOut what git said of the deploy branch, if it left that out and ended well all the same
     */
    record Fetched(Optional<String> missed, Optional<String> leftOut) {
        /** Says that the deploy branch did not come. */
        String unbrought(SharedPackage shared, String commit) {
            Words words = Words.of("endings");
            String problem = leftOut.map(line -> line.contains(SHALLOW) ? words.text("head.unbrought.shallow") : line)
                    .orElseGet(() -> words.text("head.unbrought.silent", "commit", commit));
            return words.text("head.unbrought", "branch", shared.deployBranch(), "problem", problem);
        }
    }

    /** Where the deploy branch of the remote is kept. */
    static String tracked(SharedPackage shared) {
        return "refs/remotes/origin/" + shared.deployBranch();
    }

    /** Without the tags of hot-fixes. */
    Fetched run() throws IOException {
        return run(List.of("--prune"), List.of(BRANCHES, TAGS, JUST_HOTFIX, JUST_HOTFIX + "/*"));
    }

    /** With those that others have made so far: for a repository that has none of its own yet. */
    Fetched withHotfixTags() throws IOException {
        return run(List.of("--prune"), List.of(BRANCHES, TAGS, JUST_HOTFIX));
    }

    private Fetched run(List<String> options, List<String> what) throws IOException {
        ProgramRun.Ended all = git(options, what);
        if (all.exit() == 0) {
            return new Fetched(Optional.empty(), leftOut(all));
        }
        String problem = GitProgram.lastLine(all.complaint());
        // The remote gives up on everything for one ref whose object it lacks.
        ProgramRun.Ended branch =
                git(List.of(), List.of("+refs/heads/" + shared.deployBranch() + ":" + tracked(shared)));
        if (branch.exit() != 0) {
            throw new IOException(problem);
        }
        return new Fetched(Optional.of(problem), leftOut(branch));
    }

    private ProgramRun.Ended git(List<String> options, List<String> what) throws IOException {
        // git would follow tags of its own accord, also those that are named here to be left out.
        List<String> words = new ArrayList<>(List.of(
                "fetch", "-q", "--no-tags", "--no-auto-gc", "--no-write-fetch-head", "--no-recurse-submodules"));
        words.addAll(options);
        words.addAll(List.of("--", shared.remote()));
        words.addAll(what);
        return GitProgram.run(directory, limit, Map.of(), words);
    }

    private Optional<String> leftOut(ProgramRun.Ended ended) {
        return ended.complaint()
                .lines()
                .filter(line -> line.contains(" " + tracked(shared) + " "))
                .map(Visible::line)
                .findFirst();
    }
}
