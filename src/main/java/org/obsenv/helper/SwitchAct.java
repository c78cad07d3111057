package org.obsenv.helper;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.GenerationLinks;
import org.obsenv.layout.GenerationProof;
import org.obsenv.layout.ManifestHeader;

/** Moves {@code current}: check, one rename, proof, all under the switch lock. Neither git nor network. */
final class SwitchAct {
    /** How long a verb may hold the switch before it is taken for stopped. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Where a switch goes, decided under the lock from what is on disk then. */
    interface Goal {
        /** The text that {@code current} is to have, and the generation behind it. */
        Target target(Optional<SwitchToken> current) throws IOException, RefusedException;
    }

    record Target(String text, GenerationId generation) {}

    /** What came of it, and the manifest of the generation that it went to. */
    record Done(Outcome.Switched outcome, ManifestHeader manifest) {}

    private final Act act;

    SwitchAct(Act act) {
        this.act = act;
    }

    Done run(Goal goal) throws IOException, RefusedException {
        Instant began = act.clock().instant();
        Set<Remark> said = EnumSet.noneOf(Remark.class);
        try (LockFile lock = LockFile.take(act.paths().locks().resolve("switch"), PATIENCE)) {
            if (lock.endedHolder()) {
                said.add(Remark.HOLDER_ENDED);
            }
            Optional<SwitchToken> current = act.links().current();
            Optional<String> from = current.map(SwitchToken::target);
            Target target = goal.target(current);
            // Both grow with the number of packages, and the journal is read meanwhile.
            Beside<GenerationProof> proof =
                    Beside.start("proof", () -> GenerationProof.of(act.paths(), target.generation()));
            Beside<Optional<Map<PackageName, CommitId>>> left = Beside.start("left", () -> packagesOf(from));
            LinkMove move = new LinkMove(act);
            move.repair();
            GenerationProof.Whole to = whole(target.generation(), proof.get());
            if (from.equals(Optional.of(target.text()))) {
                move.tellLateReason(target.text());
                move.tidy();
                throw new RefusedException(Refusal.NOTHING_TO_DO, Map.of("now", target.text()));
            }
            Optional<Map<PackageName, CommitId>> ran = left.get();
            if (ran.isEmpty()) {
                said.add(Remark.LEFT_UNREADABLE);
            }
            List<PackageMove> moves = PackageMove.between(ran.orElseGet(Map::of), to.packages());
            Instant at = move.move(act.paths().current(), from, target.text(), moves);
            move.tidy();
            said.addAll(move.remarks());
            Outcome.Switched switched = new Outcome.Switched(
                    from.orElse("nothing"),
                    target.text(),
                    target.generation(),
                    at,
                    Duration.between(began, act.clock().instant()),
                    moves.size(),
                    moves.subList(0, Math.min(moves.size(), Outcome.MOVES_SHOWN)),
                    said);
            return new Done(switched, to.header());
        }
    }

    private static GenerationProof.Whole whole(GenerationId id, GenerationProof proof) throws RefusedException {
        return switch (proof) {
            case GenerationProof.Whole whole -> whole;
            case GenerationProof.Damaged(String problem) ->
                throw new RefusedException(
                        Refusal.GENERATION_DAMAGED, Map.of("generation", id.written(), "problem", problem));
        };
    }

    /** What ran before is recorded, not checked: a damaged generation is a reason to leave it, not to stay. */
    private Optional<Map<PackageName, CommitId>> packagesOf(Optional<String> from) {
        try {
            Optional<GenerationId> id =
                    from.isEmpty() ? Optional.empty() : act.links().generationFor(from.get());
            return id.isEmpty() ? Optional.empty() : Optional.of(GenerationLinks.read(act.paths(), id.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
