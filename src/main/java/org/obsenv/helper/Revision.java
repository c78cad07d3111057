package org.obsenv.helper;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.CommitId;

/**
 * What a name stands for in a package's repository, as its last fetch left it. The console resolves the same names by
 * another reader; {@code PinsAgreeTest} holds the two together.
 *
 * @param fits the commits that it stands for: one, or it says nothing
 * @param isBranch whether it will not stay where it is
 * @param isNoCommit whether it is a tag of something else
 */
record Revision(Set<CommitId> fits, boolean isBranch, boolean isNoCommit) {
    private static final Pattern ABBREVIATED = Pattern.compile("[0-9a-fA-F]{4,40}");

    Revision {
        fits = Set.copyOf(fits);
    }

    /** A tag, a branch of the remote or a commit, possibly abbreviated. */
    static Revision of(BareRepository repository, String name) throws IOException {
        String tag = "refs/tags/" + name;
        String branch = "refs/remotes/origin/" + name;
        String own = "refs/heads/" + name;
        Map<String, String> refs = repository.references(tag, branch, own);
        Set<CommitId> found = new HashSet<>(abbreviated(repository, name));
        @Nullable String tagged = refs.get(tag);
        Optional<CommitId> meant = tagged == null ? Optional.empty() : repository.commit(tagged);
        meant.ifPresent(found::add);
        @Nullable String moving = refs.containsKey(branch) ? refs.get(branch) : refs.get(own);
        Optional<CommitId> head = moving == null ? Optional.empty() : repository.commit(moving);
        head.ifPresent(found::add);
        return new Revision(found, tagged == null && head.isPresent(), tagged != null && meant.isEmpty());
    }

    /** A commit only, possibly abbreviated. */
    static Revision commitOf(BareRepository repository, String text) throws IOException {
        return new Revision(abbreviated(repository, text), false, false);
    }

    private static Set<CommitId> abbreviated(BareRepository repository, String text) throws IOException {
        return ABBREVIATED.matcher(text).matches() ? repository.abbreviated(text) : Set.of();
    }

    Optional<CommitId> commit() {
        return fits.size() == 1 && !isNoCommit ? Optional.of(fits.iterator().next()) : Optional.empty();
    }

    /** Why it stands for no commit, as the end of a sentence that begins with its name. */
    String problem() {
        if (isNoCommit) {
            return " is a tag of something that is no commit";
        }
        return fits.isEmpty() ? " is not in its repository" : " fits " + fits.size() + " different commits";
    }
}
