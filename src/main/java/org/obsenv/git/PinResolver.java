package org.obsenv.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Pin;
import org.obsenv.words.Words;

/** Finds what a pin's text stands for. A text that stands for two commits, or for none, is told and never guessed. */
final class PinResolver {
    // As git: an abbreviation has at least four digits.
    private static final Pattern ABBREVIATION = Pattern.compile("[0-9a-fA-F]{4,40}");

    private final Repository repository;
    private final Called called;

    /** What a name is called where it names nothing. */
    enum Called {
        PIN,
        REVISION
    }

    PinResolver(Repository repository, Called called) {
        this.repository = repository;
        this.called = called;
    }

    Pin named(String name) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            Map<RevCommit, Pin.Kind> found = new LinkedHashMap<>();
            Optional<Pin> noCommit = tag(name, walk, found);
            if (noCommit.isPresent()) {
                return noCommit.get();
            }
            branch(name, walk, found);
            abbreviated(name, walk, found);
            return choose(name, found);
        }
    }

    Pin kept(String commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            Map<RevCommit, Pin.Kind> found = new LinkedHashMap<>();
            abbreviated(commit, walk, found);
            return switch (choose(commit, found)) {
                case Pin.Resolved(String name, Pin.Kind kind, CommitId id, Instant at) -> new Pin.Kept(id, at);
                case Pin other -> other;
            };
        }
    }

    private Pin choose(String name, Map<RevCommit, Pin.Kind> found) {
        if (found.size() == 1) {
            Map.Entry<RevCommit, Pin.Kind> only = found.entrySet().iterator().next();
            return new Pin.Resolved(
                    name,
                    only.getValue(),
                    Commits.id(only.getKey()),
                    Instant.ofEpochSecond(only.getKey().getCommitTime()));
        }
        return new Pin.Unresolved(name, found.isEmpty() ? missing(name) : ambiguous(name, found.size()));
    }

    private String missing(String name) {
        return switch (called) {
            case PIN -> words().text("pin.missing", "name", name);
            case REVISION -> words().text("revision.missing", "name", name);
        };
    }

    private String ambiguous(String name, int count) {
        return switch (called) {
            case PIN -> words().text("pin.ambiguous", "name", name, "count", count);
            case REVISION -> words().text("revision.ambiguous", "name", name, "count", count);
        };
    }

    private String noCommit(String name) {
        return switch (called) {
            case PIN -> words().text("pin.no-commit", "name", name);
            case REVISION -> words().text("revision.no-commit", "name", name);
        };
    }

    private Optional<Pin> tag(String name, RevWalk walk, Map<RevCommit, Pin.Kind> found) throws IOException {
        Optional<Ref> ref = ref("refs/tags/" + name);
        if (ref.isEmpty()) {
            return Optional.empty();
        }
        Optional<RevCommit> commit = commit(ref.get(), walk);
        commit.ifPresent(each -> found.put(each, Pin.Kind.TAG));
        return commit.isPresent() ? Optional.empty() : Optional.of(new Pin.Unresolved(name, noCommit(name)));
    }

    private void branch(String name, RevWalk walk, Map<RevCommit, Pin.Kind> found) throws IOException {
        branch(name, walk).ifPresent(each -> found.putIfAbsent(each, Pin.Kind.BRANCH));
    }

    /** The remote's branch as last fetched; the repository's own where it has none, as in a mirror. */
    Optional<RevCommit> branch(String name, RevWalk walk) throws IOException {
        Optional<Ref> ref = ref("refs/remotes/origin/" + name);
        if (ref.isEmpty()) {
            ref = ref("refs/heads/" + name);
        }
        return ref.isEmpty() ? Optional.empty() : commit(ref.get(), walk);
    }

    private void abbreviated(String name, RevWalk walk, Map<RevCommit, Pin.Kind> found) throws IOException {
        if (ABBREVIATION.matcher(name).matches()) {
            abbreviated(name, walk).forEach(each -> found.putIfAbsent(each, Pin.Kind.COMMIT));
        }
    }

    /** The commits of that many digits, and those that tags of these digits point to. */
    List<RevCommit> abbreviated(String hex, RevWalk walk) throws IOException {
        ObjectReader reader = walk.getObjectReader();
        List<RevCommit> found = new ArrayList<>();
        for (ObjectId candidate : reader.resolve(AbbreviatedObjectId.fromString(hex))) {
            // A whole id is its own candidate, whether or not the repository has it.
            if (reader.has(candidate)) {
                commit(candidate, walk).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Ref> ref(String fullName) throws IOException {
        return Repository.isValidRefName(fullName)
                ? Optional.ofNullable(repository.exactRef(fullName))
                : Optional.empty();
    }

    static Optional<RevCommit> commit(Ref ref, RevWalk walk) throws IOException {
        @Nullable ObjectId id = ref.getObjectId();
        return id == null ? Optional.empty() : commit(id, walk);
    }

    /** The commit an object is, or a tag at last points to; empty for trees and blobs. */
    private static Optional<RevCommit> commit(ObjectId id, RevWalk walk) throws IOException {
        try {
            return Optional.of(walk.parseCommit(id));
        } catch (IncorrectObjectTypeException e) {
            return Optional.empty();
        }
    }

    private static Words words() {
        return Words.of("reading");
    }
}
