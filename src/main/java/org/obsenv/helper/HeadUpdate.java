package org.obsenv.helper;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/** One package's look at its remote: takes a new head of the deploy branch in, or says why not. */
final class HeadUpdate {
    private final SharedPackage shared;
    private final BareRepository repository;
    private final Checkouts checkouts;
    private final Instant now;
    private final Completeness completeness;
    private final Words words = Words.of("endings");
    private Optional<IOException> silence = Optional.empty();
    private Optional<RemoteFetch.Fetched> fetched = Optional.empty();

    /** Whether all branches and tags of the remote came the last time. */
    enum Completeness {
        WHOLE,
        /** They did not, and are fetched again even when the head is here. */
        WANTED,
        /** They did not, and it is not time yet to fetch them again. */
        RESTS
    }

    HeadUpdate(
            SharedPackage shared,
            BareRepository repository,
            Checkouts checkouts,
            Instant now,
            Completeness completeness) {
        this.shared = shared;
        this.repository = repository;
        this.checkouts = checkouts;
        this.now = now;
        this.completeness = completeness;
    }

    /**
     * As far as the tree goes: a head that is taken in has its checkout, and {@link HeadChecks} have the last word.
     *
     * @param before what was known; its head is kept whenever the new one cannot be taken
     * @param lastPass when the last pass ended, which is when the remote was last well
     */
    PackageState run(PackageState before, Instant lastPass) {
        Optional<CommitId> offered;
        PackageState known;
        try {
            BareRepository.Tips tips = repository.remoteTips();
            Optional<CommitId> tip = tips.deploy();
            known = before.heard(now);
            if (tip.isEmpty()) {
                String text = words.text("head.gone", "branch", shared.deployBranch());
                return kept(known, known.head(), Problem.Kind.GONE, text);
            }
            Optional<String> unbrought = bring(tip.get(), tips.trunks());
            if (unbrought.isPresent()) {
                silence = Optional.of(new IOException(unbrought.get()));
                return unheard(before, Problem.Kind.UNBROUGHT, lastPass, unbrought.get());
            }
            offered = repository.offered();
        } catch (IOException e) {
            silence = Optional.of(e);
            // What was not brought still is not, and that says more.
            return before.unheard().isPresent()
                    ? before
                    : unheard(before, Problem.Kind.UNREACHABLE, lastPass, IoWords.of(e));
        }
        if (offered.isEmpty()) {
            String text = words.text("head.no-commit", "branch", shared.deployBranch());
            return kept(known, known.head(), Problem.Kind.REFUSED, text);
        }
        return takeOrKeep(known, offered.get());
    }

    private PackageState takeOrKeep(PackageState before, CommitId offered) {
        try {
            return take(before, offered);
        } catch (TreeGate.UnsafeException e) {
            return RefusedHead.unsafe(before, offered, repository, problemOf(e), now);
        } catch (Prepared.FailedException e) {
            return new Unprepared(shared).failed(before, offered, repository, e, now);
        } catch (RefusedException e) {
            return kept(before, offered, Problem.Kind.REFUSED, problemOf(e));
        } catch (IOException e) {
            // One package's broken object or overlong path stops no other package; the next pass tries again.
            return kept(before, offered, Problem.Kind.REFUSED, IoWords.of(e));
        }
    }

    /** Why the remote did not answer, or did not give its branch; empty when all is well. */
    Optional<IOException> silence() {
        return silence;
    }

    /** What came of a fetch that brought the deploy branch; empty when there was none. */
    Optional<RemoteFetch.Fetched> fetched() {
        return fetched;
    }

    /**
     * Fetches unless that tip is here. That git ends a fetch well is no proof that it brought anything.
     *
     * @return why it is not here
     */
    private Optional<String> bring(CommitId tip, Map<String, String> trunks) throws IOException {
        Optional<CommitId> old = repository.fetched();
        if (old.equals(Optional.of(tip)) && !wantsAll(trunks)) {
            return Optional.empty();
        }
        RemoteFetch.Fetched brought = repository.fetch();
        fetched = Optional.of(brought);
        Optional<CommitId> now = repository.fetched();
        // Somebody may push between question and fetch, or take back what was pushed.
        boolean isBrought = now.equals(Optional.of(tip))
                || (now.isPresent() && !now.equals(old))
                || repository.remoteHead().equals(now);
        if (isBrought) {
            return Optional.empty();
        }
        return Optional.of(brought.unbrought(shared, tip.abbreviated()));
    }

    /** Whether more than the deploy branch is wanted: what did not come, or where fixes go back to. */
    private boolean wantsAll(Map<String, String> trunks) throws IOException {
        return switch (completeness) {
            case RESTS -> false;
            case WANTED -> true;
            case WHOLE ->
                !trunks.isEmpty()
                        && !repository
                                .references(trunks.keySet().toArray(String[]::new))
                                .equals(trunks);
        };
    }

    private PackageState take(PackageState before, CommitId offered) throws IOException, RefusedException {
        CommitId accepted = before.accepted();
        if (offered.equals(accepted)) {
            return settled(before, offered);
        }
        if (!repository.isAncestor(accepted, offered)) {
            repository.preserve("rewritten/" + accepted.hex(), accepted);
            repository.preserve("rewritten/" + offered.hex(), offered);
            return kept(before, offered, Problem.Kind.REWRITTEN, words.text("head.rewritten"));
        }
        if (RefusedHead.isStillUnsafe(before, offered) || new Unprepared(shared).isStill(before, offered, now)) {
            return before;
        }
        checkouts.ensure(shared, repository, offered);
        return new PackageState(offered, offered, now, Optional.empty());
    }

    private PackageState settled(PackageState before, CommitId offered) {
        return before.problem().isEmpty() && before.head().equals(offered)
                ? before
                : new PackageState(offered, offered, now, Optional.empty());
    }

    private PackageState kept(PackageState before, CommitId offered, Problem.Kind kind, String text) {
        Instant since = before.problem()
                .filter(problem -> problem.kind() == kind && before.head().equals(offered))
                .map(Problem::since)
                .orElse(now);
        Optional<Problem> problem = Optional.of(new Problem(kind, since, text));
        PackageState state = new PackageState(offered, before.accepted(), now, problem);
        boolean same = before.head().equals(offered) && before.problem().equals(problem);
        return same ? before : state;
    }

    /**
     * What was refused or rewritten still is, and is said besides: a remote that falls silent must not make it look
     * accepted. What came last came before the remote fell silent first, whatever has been wrong with it since.
     */
    private static PackageState unheard(PackageState before, Problem.Kind kind, Instant lastPass, String text) {
        Instant since = before.unheard().map(Problem::since).orElse(lastPass);
        Optional<Problem> problem = Optional.of(new Problem(kind, since, text));
        return before.unheard().equals(problem)
                ? before
                : new PackageState(before.head(), before.accepted(), since, before.problem(), problem);
    }

    private static String problemOf(RefusedException e) {
        Map<String, String> facts = e.outcome().facts();
        return facts.getOrDefault("problem", List.of(facts).toString());
    }
}
