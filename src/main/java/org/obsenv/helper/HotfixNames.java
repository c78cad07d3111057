package org.obsenv.helper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageMove;
import org.obsenv.site.SharedPackage;

/** The names of a pass's hot-fixes, once they run; and of earlier ones, where a fetch or a remote was in the way. */
final class HotfixNames {
    private HotfixNames() {}

    /**
     * Names what these moves bring, before it runs: a pass that ends in between would leave it without a name for ever.
     * One that is repeated finds the name. Returns what did not work out, for people; nothing waits for it.
     */
    static List<String> name(Act act, List<PackageMove> moves) {
        return each(act, (shared, tags) -> head(shared, moves)
                .map(head -> tags.name(head, act.clock().instant()))
                .orElse(List.of()));
    }

    /** Pushes what the remotes have not taken so far. */
    static List<String> keepUp(Act act) {
        return each(act, (shared, tags) -> tags.keepUp());
    }

    private static List<String> each(Act act, BiFunction<SharedPackage, HotfixTag, List<String>> what) {
        List<String> notes = Collections.synchronizedList(new ArrayList<>());
        try {
            InParallel.each(act.site().packages(), shared -> {
                BareRepository repository = new BareRepository(act.paths().repository(shared.name()), shared);
                if (repository.exists()) {
                    HotfixTag tags = new HotfixTag(
                            shared, repository, act.site().accounts().environment(), act.host());
                    what.apply(shared, tags).forEach(each -> notes.add(shared.name() + ": " + each));
                }
                return shared;
            });
        } catch (IOException | RefusedException e) {
            notes.add(String.valueOf(e.getMessage()));
        }
        return notes.stream().sorted().toList();
    }

    private static Optional<CommitId> head(SharedPackage shared, List<PackageMove> moves) {
        return moves.stream()
                .filter(move -> move.name().equals(shared.name()))
                .flatMap(move -> move.to().stream())
                .findFirst();
    }
}
