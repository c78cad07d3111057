package org.obsenv.helper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageMove;
import org.obsenv.site.SharedPackage;

/** The names of a pass's hot-fixes, before they run. */
final class HotfixNames {
    private HotfixNames() {}

    /**
     * Names what these moves bring, before it runs: a pass that ends in between would leave it without a name for ever.
     * One that is repeated finds the name. Returns what did not work out, for people; nothing waits for it.
     */
    static List<String> name(Act act, List<PackageMove> moves) {
        List<String> notes = Collections.synchronizedList(new ArrayList<>());
        try {
            InParallel.each(act.site().packages(), shared -> {
                BareRepository repository = new BareRepository(act.paths().repository(shared.name()), shared);
                Optional<CommitId> head = head(shared, moves);
                if (head.isPresent() && repository.exists()) {
                    HotfixTag tags = new HotfixTag(
                            shared, repository, act.site().accounts().environment(), act.host());
                    tags.name(head.get(), act.clock().instant())
                            .forEach(each -> notes.add(shared.name() + ": " + each));
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
