package org.obsenv.layout;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;

/**
 * What the auto-pull knows of every package's remote.
 *
 * @param silent the remotes that did not answer, or did not send their branch, when they were asked last
 * @param unpushed the packages of which hot-fix tags are not at the remote, where the site wants them there
 * @param room that there is too little room on the disk; empty when there is enough
 */
public record SyncState(
        SortedMap<PackageName, PackageState> packages,
        SortedMap<PackageName, Silence> silent,
        SortedMap<PackageName, Unpushed> unpushed,
        Optional<ScarceRoom> room) {
    public SyncState {
        packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
        silent = Collections.unmodifiableSortedMap(new TreeMap<>(silent));
        unpushed = Collections.unmodifiableSortedMap(new TreeMap<>(unpushed));
    }

    /** Of remotes that all answer, with room enough. */
    public SyncState(SortedMap<PackageName, PackageState> packages) {
        this(packages, new TreeMap<>(), new TreeMap<>(), Optional.empty());
    }

    /**
     * This with the accepted heads of a generation, which are the truth: a pass may have died after it moved the link
     * and before it wrote its state, and what is no descendant of what runs must not pass for a fast-forward.
     */
    public SyncState withAccepted(SortedMap<PackageName, CommitId> running, Instant now) {
        SortedMap<PackageName, PackageState> all = new TreeMap<>();
        packages.forEach((name, state) -> all.put(
                name,
                new PackageState(
                        state.head(), running.getOrDefault(name, state.accepted()), state.fetched(), state.problem())));
        // A package that setup added since the last pass.
        running.forEach(
                (name, commit) -> all.putIfAbsent(name, new PackageState(commit, commit, now, Optional.empty())));
        return withPackages(all);
    }

    /** This with other heads. */
    public SyncState withPackages(SortedMap<PackageName, PackageState> found) {
        return new SyncState(found, silent, unpushed, room);
    }

    /** This with what was heard of the remotes. */
    public SyncState withSilent(SortedMap<PackageName, Silence> found) {
        return new SyncState(packages, found, unpushed, room);
    }

    /** This with what was found of the tags that are to be at the remotes. */
    public SyncState withUnpushed(SortedMap<PackageName, Unpushed> found) {
        return new SyncState(packages, silent, found, room);
    }

    /** This with what was found about the room on the disk. */
    public SyncState with(Optional<ScarceRoom> found) {
        return new SyncState(packages, silent, unpushed, found);
    }

    /**
     * One package's remote.
     *
     * @param head the tip of the deploy branch that the remote last offered
     * @param accepted the commit that generations are built from; differs from {@code head} while that is kept out
     * @param fetched when the remote last answered
     */
    public record PackageState(CommitId head, CommitId accepted, Instant fetched, Optional<Problem> problem) {}

    /**
     * A remote that does not answer or does not send its branch, and is left alone for a while.
     *
     * @param failures how often it did not, one after the other
     * @param until when it is asked again
     */
    public record Silence(int failures, Instant until) {}

    /**
     * Hot-fix tags that a remote has not taken, with a text for people.
     *
     * @param since when it did not for the first time
     * @param rest how often it did not, and when it is tried again
     */
    public record Unpushed(Instant since, Silence rest, String text) {}

    /** That the environment's disk has too little room, with a text for people. */
    public record ScarceRoom(Instant since, String text) {}

    /**
     * Why a package's head is not what runs, with a text for people.
     *
     * @param verdict of the gate on this very head, which is not asked for again as long as it holds; empty for what
     *     may be otherwise the next time
     */
    public record Problem(Kind kind, Instant since, String text, Optional<Verdict> verdict) {
        /** One that may be otherwise the next time. */
        public Problem(Kind kind, Instant since, String text) {
            this(kind, since, text, Optional.empty());
        }

        public enum Kind {
            /** The remote did not answer. */
            UNREACHABLE,
            /** The remote answered, and its branch did not come with the fetch. */
            UNBROUGHT,
            /** The remote answered and has no such branch any more. */
            GONE,
            /** The branch was rewritten: not a fast-forward. */
            REWRITTEN,
            /** The tree did not pass the gate. */
            REFUSED
        }
    }

    /**
     * What the gate found of a head.
     *
     * @param gate which part of it
     * @param author whose commit it is, as the commit says: a claim
     * @param what in a few words, such as "does not compile"
     * @param lines the first lines of the reason
     * @param under a digest of what it was judged by; under another the head is judged again
     */
    public record Verdict(Gate gate, String author, String what, List<String> lines, String under) {
        public Verdict {
            lines = List.copyOf(lines);
        }
    }

    /** The parts of the gate. */
    public enum Gate {
        /** Names, kinds and sizes in the tree: nobody can let it pass. */
        TREE,
        /** The site's check: a maintainer can let it pass. */
        CHECK
    }
}
