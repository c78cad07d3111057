package org.obsenv.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Pin;

/**
 * One repository, bare or not, for reading. Blocks, for ever where a file of it is a FIFO: call it through
 * {@link BoundedReads}. One thread at a time.
 */
public final class GitRepository implements AutoCloseable {
    private final Path gitDirectory;
    private final Repository repository;

    private GitRepository(Path gitDirectory, Repository repository) {
        this.gitDirectory = gitDirectory;
        this.repository = repository;
    }

    /** Opens the repository whose {@code HEAD} is in that directory: {@code x.git}, {@code x/.git}, or a worktree's. */
    public static GitRepository open(Path gitDirectory) throws IOException {
        QuietGit.install();
        return new GitRepository(
                gitDirectory,
                new FileRepositoryBuilder()
                        .setGitDir(gitDirectory.toFile())
                        .setMustExist(true)
                        .build());
    }

    /** What a name of the base list stands for here. */
    public Pin pin(String name) throws IOException {
        return new PinResolver(repository, PinResolver.Called.PIN).named(name);
    }

    /** What a person typed: a tag, a branch or a commit. */
    public Pin revision(String typed) throws IOException {
        return new PinResolver(repository, PinResolver.Called.REVISION).named(typed);
    }

    /** What a version of a cycle build stands for here, however its tag is spelled. */
    public Pin version(String value) throws IOException {
        return new VersionResolver(repository).resolve(value);
    }

    /** What {@code keep <commit>} stands for here; the commit may be abbreviated. */
    public Pin kept(String commit) throws IOException {
        return new PinResolver(repository, PinResolver.Called.PIN).kept(commit);
    }

    /** The commit a ref stands for, symbolic refs followed; empty where there is no such ref, or not yet a commit. */
    public Optional<CommitId> ref(String fullName) throws IOException {
        Ref ref = repository.exactRef(fullName);
        return ref == null || ref.getObjectId() == null
                ? Optional.empty()
                : Optional.of(new CommitId(ref.getObjectId().name()));
    }

    /** The ref that {@code HEAD} names; empty when it is detached. */
    public Optional<String> branch() throws IOException {
        Ref head = repository.exactRef("HEAD");
        return head != null && head.isSymbolic() ? Optional.of(head.getTarget().getName()) : Optional.empty();
    }

    /** How {@code left} stands to {@code right}. Fails when either is not in the repository. */
    public AheadBehind compare(CommitId left, CommitId right) throws IOException {
        if (left.equals(right)) {
            return AheadBehind.SAME;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            return BothSides.of(walk, Commits.id(left), Commits.id(right)).counts();
        }
    }

    /** The commit as a list shows it. */
    public CommitSummary summary(CommitId id) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return Commits.summary(walk.parseCommit(Commits.id(id)));
        }
    }

    /** When the commit was made. */
    public Instant committedAt(CommitId id) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(Commits.id(id));
            return Instant.ofEpochSecond(commit.getCommitTime());
        }
    }

    /** True when history was cut off: counts then are this clone's own and no property of the commits alone. */
    public boolean isShallow() {
        return Files.exists(gitDirectory.resolve("shallow"))
                || Files.exists(repository.getCommonDirectory().toPath().resolve("shallow"));
    }

    /** The directory the refs and objects are in; for a linked worktree not the one that was opened. */
    public Path commonDirectory() {
        return repository.getCommonDirectory().toPath();
    }

    /** A switch of the section {@code core} of the repository's own configuration; on where it is not set. */
    public boolean minds(String name) {
        return repository.getConfig().getBoolean("core", name, true);
    }

    /** JGit's own handle, for reading work trees beside it. */
    public Repository jgit() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
    }
}
