package org.obsenv.console.deploy;

import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Pin;

/**
 * One package of the test.
 *
 * @param typed a tag, a branch or a commit, as far as it is typed
 */
public record DeployLine(PackageName name, String typed, Look look) {
    /** What stands behind what is typed. */
    public sealed interface Look {}

    /** Nothing is typed. */
    public record Untyped() implements Look {}

    public record Reading() implements Look {}

    /**
     * It is that commit.
     *
     * @param running how it stands to what runs; empty where that is not known
     * @param base how it stands to base; empty where that is not known
     */
    public record Found(CommitId commit, Pin.Kind kind, Optional<Drift> running, Optional<Drift> base)
            implements Look {}

    /** It was not fetched so far, or is no name here: the verb fetches first, and decides. */
    public record NotHere(String why) implements Look {}

    Optional<CommitId> commit() {
        return look instanceof Found found ? Optional.of(found.commit()) : Optional.empty();
    }

    DeployLine typed(String text) {
        return new DeployLine(name, text, text.isEmpty() ? new Untyped() : new Reading());
    }

    DeployLine looking(Look found) {
        return new DeployLine(name, typed, found);
    }
}
