package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.obsenv.domain.CommitId;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.SharedPackage;
import org.obsenv.yaml.YamlWriter;

/**
 * Read-only work trees of single commits. One is complete when its marker stands beside it: exported, prepared, proven
 * by its tree hash, and on disk.
 */
final class Checkouts {
    private final LayoutPaths paths;
    private final InstantSource clock;

    Checkouts(LayoutPaths paths, InstantSource clock) {
        this.paths = paths;
        this.clock = clock;
    }

    /** Makes the checkout unless it is complete already. Used only under the build lock. */
    void ensure(SharedPackage shared, BareRepository repository, CommitId commit) throws IOException, RefusedException {
        if (!isMarked(shared, commit)) {
            make(shared, repository, commit);
        }
    }

    /** As {@link #ensure}, and one that is complete already is proven again from its files. */
    void ensureProven(SharedPackage shared, BareRepository repository, CommitId commit)
            throws IOException, RefusedException {
        if (isMarked(shared, commit)) {
            Path checkout = paths.checkout(shared.name(), commit);
            prove(shared, repository, checkout, commit, Prepared.found(shared, checkout));
        } else {
            make(shared, repository, commit);
        }
    }

    private boolean isMarked(SharedPackage shared, CommitId commit) {
        return Files.isRegularFile(paths.marker(shared.name(), commit), LinkOption.NOFOLLOW_LINKS);
    }

    private void make(SharedPackage shared, BareRepository repository, CommitId commit)
            throws IOException, RefusedException {
        TreeGate.require(repository.directory(), shared.name().text(), commit);
        Path checkout = paths.checkout(shared.name(), commit);
        // People import from what a generation names: it is marked again if it proves intact, and never replaced.
        boolean inUse =
                Files.exists(checkout, LinkOption.NOFOLLOW_LINKS) && Leftovers.isNamed(paths, shared.name(), commit);
        if (!inUse) {
            removeUnfinished(repository, checkout, commit);
            Durable.directory(paths.checkouts(shared.name()), "rwxr-xr-x");
            export(shared, repository, checkout, commit);
        }
        Prepared prepared = inUse ? Prepared.found(shared, checkout) : Prepared.make(paths, shared, checkout);
        prove(shared, repository, checkout, commit, prepared);
        ReadOnlyTree.make(checkout);
        refreshIndex(checkout);
        Durable.forceAll(checkout);
        Durable.replace(paths.marker(shared.name(), commit), marker(repository, commit, prepared.digests()));
    }

    private static void removeUnfinished(BareRepository repository, Path checkout, CommitId commit) throws IOException {
        TreeRemoval.remove(checkout);
        TreeRemoval.remove(administration(repository, commit));
    }

    private static Path administration(BareRepository repository, CommitId commit) {
        return repository.directory().resolve("worktrees").resolve(commit.hex());
    }

    private static void export(SharedPackage shared, BareRepository repository, Path checkout, CommitId commit)
            throws IOException, RefusedException {
        ProgramRun.Ended ended = GitProgram.run(
                repository.directory(),
                "worktree",
                "add",
                "-q",
                "--detach",
                "--lock",
                checkout.toString(),
                commit.hex());
        if (ended.exit() != 0) {
            // One package's damaged object must not keep the others from their new heads.
            throw GitProgram.cannotBuild(shared.name().text(), GitProgram.lastLine(ended.complaint()));
        }
        // Relative, so that git works wherever the tree is mounted (git itself writes it so only from 2.48 on).
        Path relative = checkout.relativize(administration(repository, commit));
        Files.writeString(checkout.resolve(".git"), "gitdir: " + relative + "\n");
    }

    private static void prove(
            SharedPackage shared, BareRepository repository, Path checkout, CommitId commit, Prepared prepared)
            throws IOException, RefusedException {
        String expected = repository.tree(commit);
        String found = TreeHash.of(checkout, prepared.leftOutOf(checkout));
        if (!found.equals(expected)) {
            throw GitProgram.cannotBuild(
                    shared.name().text(), "the files of " + checkout + " make the tree " + found + ", not " + expected);
        }
    }

    /** After the modes changed, so that git status in a stable path has nothing to read again. */
    private static void refreshIndex(Path checkout) throws IOException {
        GitProgram.run(checkout, "update-index", "-q", "--refresh");
    }

    private byte[] marker(BareRepository repository, CommitId commit, SortedMap<String, String> prepared)
            throws IOException {
        Map<String, Object> marker = new LinkedHashMap<>();
        marker.put("commit", commit.hex());
        marker.put("tree", repository.tree(commit));
        marker.put("made", clock.instant().toString());
        if (!prepared.isEmpty()) {
            marker.put("prepared", prepared);
        }
        return YamlWriter.write(marker).getBytes(StandardCharsets.US_ASCII);
    }
}
