package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.Gate;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncState.Verdict;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Aim;
import org.obsenv.site.SharedPackage;
import org.obsenv.yaml.YamlProblem;

/**
 * A maintainer takes in a head that failed the site's check. Fetches nothing: what she saw refused is what she lets
 * pass, or nothing. What is not safe to have on the disk, or is not complete, nobody can let pass.
 */
final class LetPass {
    private final Act act;
    private final Aim.LetPass aim;

    LetPass(Act act, Aim.LetPass aim) {
        this.act = act;
        this.aim = aim;
    }

    /** Used under the build lock. */
    Outcome run(BuildAct build, Optional<GenerationId> deploy, SortedMap<PackageName, CommitId> running, Instant began)
            throws IOException, RefusedException {
        if (act.request().reason().filter(each -> !each.isBlank()).isEmpty()) {
            throw new RefusedException(Refusal.REASON_MISSING, Map.of());
        }
        SyncState before = state(running, began);
        SharedPackage shared = act.site().find(aim.name()).orElseThrow(() -> notRefused("nothing"));
        PackageState state =
                Optional.ofNullable(before.packages().get(aim.name())).orElseThrow(() -> notRefused("nothing"));
        require(state);
        BareRepository repository = new BareRepository(act.paths().repository(shared.name()), shared);
        new Checkouts(act.paths(), act.clock()).ensure(shared, repository, aim.commit());
        repository.accept(aim.commit());
        SortedMap<PackageName, CommitId> next = new TreeMap<>(running);
        next.put(aim.name(), aim.commit());
        List<PackageMove> moves = PackageMove.between(running, next);
        GenerationId built = new GenerationBuilder(act).build(next, deploy, Optional.empty(), new TreeMap<>());
        List<String> notes = new ArrayList<>(new HotfixNames(act, before, before).name(moves));
        notes.addAll(build.moveLink(act.paths().deploy(), built, moves));
        SortedMap<PackageName, PackageState> after = new TreeMap<>(before.packages());
        after.put(aim.name(), new PackageState(aim.commit(), aim.commit(), state.fetched(), Optional.empty()));
        notes.addAll(SyncVerb.kept(act, before.withPackages(after)));
        Instant ended = act.clock().instant();
        return new Outcome.Built(Optional.of(built), ended, Duration.between(began, ended), moves.size(), notes);
    }

    private SyncState state(SortedMap<PackageName, CommitId> running, Instant now)
            throws IOException, RefusedException {
        try {
            return SyncStateDocument.read(act.paths().state()).withAccepted(running, now);
        } catch (NoSuchFileException | YamlProblem e) {
            // Nothing is known to be refused; the next pass will say anew.
            throw notRefused("nothing");
        }
    }

    private void require(PackageState state) throws RefusedException {
        // Without a verdict, too: where no check can be made, nothing would ever get in otherwise.
        boolean isRefused = state.problem()
                .filter(each -> each.kind() == Problem.Kind.REFUSED)
                .isPresent();
        // Where the branch has no commit, what is named is what runs already.
        if (!isRefused || !state.head().equals(aim.commit()) || state.head().equals(state.accepted())) {
            throw notRefused(isRefused ? state.head().abbreviated() : "nothing");
        }
        Optional<Verdict> unsafe = RefusedHead.verdict(state).filter(each -> each.gate() == Gate.TREE);
        if (unsafe.isPresent()) {
            throw new RefusedException(
                    Refusal.CANNOT_LET_PASS,
                    Map.of(
                            "package", aim.name().text(),
                            "commit", aim.commit().abbreviated(),
                            "problem", String.join(" ", unsafe.get().lines())));
        }
    }

    private RefusedException notRefused(String now) {
        return new RefusedException(
                Refusal.NOT_REFUSED,
                Map.of("package", aim.name().text(), "commit", aim.commit().abbreviated(), "now", now));
    }
}
