package org.obsenv.helper;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.SyncState;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/**
 * The names of a pass's hot-fixes, before they run. While not all tags of a package's remote are here nobody knows
 * whether a head is a release: it is named once they are.
 */
final class HotfixNames {
    private final Act act;
    private final Set<PackageName> incomplete;
    private final Set<PackageName> completed;
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    HotfixNames(Act act, SyncState before, SyncState now) {
        this.act = act;
        this.incomplete = now.incomplete().keySet();
        this.completed = new HashSet<>(before.incomplete().keySet());
        completed.removeAll(incomplete);
    }

    /**
     * Names what these moves bring, before it runs: a pass that ends in between would leave it without a name for ever.
     * One that is repeated finds the name. Returns what did not work out, for people; nothing waits for it.
     */
    List<String> name(List<PackageMove> moves) {
        try {
            InParallel.each(act.site().packages(), shared -> {
                BareRepository repository = new BareRepository(act.paths().repository(shared.name()), shared);
                Optional<CommitId> head = head(shared, moves);
                if ((head.isPresent() || completed.contains(shared.name())) && repository.exists()) {
                    name(shared, repository, head);
                }
                return shared;
            });
        } catch (IOException | RefusedException e) {
            notes.add(String.valueOf(e.getMessage()));
        }
        return notes.stream().sorted().toList();
    }

    private void name(SharedPackage shared, BareRepository repository, Optional<CommitId> head) {
        HotfixTag tags = new HotfixTag(shared, repository, act.site().accounts().environment(), act.host());
        Instant now = act.clock().instant();
        if (!incomplete.contains(shared.name())) {
            tell(shared, tags.nameWaiting(now));
            head.ifPresent(each -> tell(shared, tags.name(each, now)));
        } else if (head.isPresent()) {
            Words words = Words.of("gate");
            String commit = head.get().abbreviated();
            try {
                repository.preserve(HotfixTag.WAITING + head.get().hex(), head.get());
                tell(shared, List.of(words.text("tag.waits", "commit", commit)));
            } catch (IOException e) {
                tell(shared, List.of(words.text("tag.unmade", "commit", commit, "problem", IoWords.of(e))));
            }
        }
    }

    private void tell(SharedPackage shared, List<String> texts) {
        texts.forEach(each -> notes.add(shared.name() + ": " + each));
    }

    private static Optional<CommitId> head(SharedPackage shared, List<PackageMove> moves) {
        return moves.stream()
                .filter(move -> move.name().equals(shared.name()))
                .flatMap(move -> move.to().stream())
                .findFirst();
    }
}
