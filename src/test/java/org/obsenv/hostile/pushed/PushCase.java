package org.obsenv.hostile.pushed;

import java.util.Optional;
import org.obsenv.layout.SyncState.Problem;

/**
 * One thing that may be pushed.
 *
 * @param refusal how the head is kept out; empty when it is harmless and must be taken
 * @param shown what the text about it must hold
 */
public record PushCase(String name, Optional<Problem.Kind> refusal, String shown, Push push) {
    /** Changes a remote whose deploy branch is at its sound head. */
    @FunctionalInterface
    public interface Push {
        void into(RawRemote remote);
    }

    static PushCase refused(String name, String shown, Push push) {
        return kept(name, Problem.Kind.REFUSED, shown, push);
    }

    static PushCase kept(String name, Problem.Kind kind, String shown, Push push) {
        return new PushCase(name, Optional.of(kind), shown, push);
    }

    static PushCase taken(String name, Push push) {
        return new PushCase(name, Optional.empty(), "", push);
    }

    public boolean isRefused() {
        return refusal.isPresent();
    }
}
