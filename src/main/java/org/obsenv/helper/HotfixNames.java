package org.obsenv.helper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageMove;
import org.obsenv.site.SharedPackage;

/** The names of a pass's hot-fixes, once they run; and of earlier ones, where a fetch or a remote was in the way. */
final class HotfixNames {
    private HotfixNames() {}

    /** Returns what did not work out, for people; nothing waits for it. */
    static List<String> tell(Act act, List<PackageMove> moves) {
        List<String> notes = Collections.synchronizedList(new ArrayList<>());
        try {
            InParallel.each(act.site().packages(), shared -> {
                BareRepository repository = new BareRepository(act.paths().repository(shared.name()), shared);
                if (repository.exists()) {
                    HotfixTag tags = new HotfixTag(
                            shared, repository, act.site().accounts().environment(), act.host());
                    List<String> said = new ArrayList<>();
                    head(shared, moves)
                            .ifPresent(head ->
                                    said.addAll(tags.name(head, act.clock().instant())));
                    said.addAll(tags.keepUp());
                    said.forEach(each -> notes.add(shared.name() + ": " + each));
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
