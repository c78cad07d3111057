package org.obsenv.helper;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.layout.SyncState.Gate;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncState.Verdict;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** What is remembered of a head that the gate keeps out. */
final class RefusedHead {
    private static final int LONGEST_NAME = 100;

    private RefusedHead() {}

    /** Whether the tree of that head was looked at before, by the same rules. */
    static boolean isStillUnsafe(PackageState before, CommitId offered) {
        return before.head().equals(offered)
                && verdict(before)
                        .filter(each -> each.gate() == Gate.TREE)
                        .filter(each -> each.under().equals(TreeGate.RULES))
                        .isPresent();
    }

    static PackageState unsafe(
            PackageState before, CommitId offered, BareRepository repository, String problem, Instant now) {
        String what = Words.of("gate").text("tree");
        Verdict verdict = new Verdict(Gate.TREE, author(repository, offered), what, List.of(problem), TreeGate.RULES);
        return state(before, offered, problem, Optional.of(verdict), now);
    }

    static PackageState failed(
            PackageState before,
            CommitId offered,
            BareRepository repository,
            HeadVerdict.Failed failed,
            Gate gate,
            String under,
            Instant now) {
        Words words = Words.of("gate");
        String author = author(repository, offered);
        String key = failed.lines().isEmpty() ? "refused" : "refused.because";
        String line = failed.lines().isEmpty() ? "" : failed.lines().getFirst().strip();
        String text =
                words.text(key, "commit", offered.abbreviated(), "author", author, "what", failed.what(), "line", line);
        Verdict verdict = new Verdict(gate, author, failed.what(), failed.lines(), under);
        return state(before, offered, text, Optional.of(verdict), now);
    }

    /** For now: nothing could be found out. */
    static PackageState unjudged(PackageState before, CommitId offered, String problem, Instant now) {
        String text = Words.of("gate").text("check.impossible", "problem", problem);
        return state(before, offered, text, Optional.empty(), now);
    }

    static Optional<Verdict> verdict(PackageState state) {
        return state.problem().flatMap(Problem::verdict);
    }

    /** The same as before, where nothing is new: then nothing need be written. */
    private static PackageState state(
            PackageState before, CommitId offered, String text, Optional<Verdict> verdict, Instant now) {
        boolean isKnown = before.head().equals(offered)
                && before.problem()
                        .filter(each -> each.kind() == Problem.Kind.REFUSED)
                        .isPresent();
        Instant since = isKnown ? before.problem().map(Problem::since).orElse(now) : now;
        Problem problem = new Problem(Problem.Kind.REFUSED, since, text, verdict);
        return isKnown && before.problem().equals(Optional.of(problem))
                ? before
                : new PackageState(offered, before.accepted(), now, Optional.of(problem));
    }

    private static String author(BareRepository repository, CommitId commit) {
        try {
            String name = GitProgram.must(
                    repository.directory(), "log", "-1", "--no-show-signature", "--format=%an", commit.hex());
            return Visible.cut(name.isBlank() ? "?" : name, LONGEST_NAME);
        } catch (IOException e) {
            return "?";
        }
    }
}
