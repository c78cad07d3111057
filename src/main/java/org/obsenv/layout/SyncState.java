package org.obsenv.layout;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;

/**
 * What the auto-pull knows of every package's remote.
 *
 * @param silent the remotes that did not answer, or did not send their branch, when they were asked last
 * @param incomplete the packages of which not every branch and tag could be fetched; which commits bear tags there is
 *     not known
 * @param unpushed the packages of which hot-fix tags are not at the remote, where the site wants them there
 * @param room that there is too little room on the disk; empty when there is enough
 */
public record SyncState(
        SortedMap<PackageName, PackageState> packages,
        SortedMap<PackageName, Silence> silent,
        SortedMap<PackageName, Incomplete> incomplete,
        SortedMap<PackageName, Unpushed> unpushed,
        Optional<ScarceRoom> room) {
    public SyncState {
        packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
        silent = Collections.unmodifiableSortedMap(new TreeMap<>(silent));
        incomplete = Collections.unmodifiableSortedMap(new TreeMap<>(incomplete));
        unpushed = Collections.unmodifiableSortedMap(new TreeMap<>(unpushed));
    }

    /** Of remotes that all answer, with room enough. */
    public SyncState(SortedMap<PackageName, PackageState> packages) {
        this(packages, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Optional.empty());
    }

    /**
     * This with the accepted heads of a generation, which are the truth: a pass may have died after it moved the link
     * and before it wrote its state, and what is no descendant of what runs must not pass for a fast-forward.
     */
    public SyncState withAccepted(SortedMap<PackageName, CommitId> running, Instant now) {
        SortedMap<PackageName, PackageState> all = new TreeMap<>();
        packages.forEach(
                (name, state) -> all.put(name, state.withAccepted(running.getOrDefault(name, state.accepted()))));
        // A package that setup added since the last pass.
        running.forEach(
                (name, commit) -> all.putIfAbsent(name, new PackageState(commit, commit, now, Optional.empty())));
        return withPackages(all);
    }

    /** This with other heads. */
    public SyncState withPackages(SortedMap<PackageName, PackageState> found) {
        return new SyncState(found, silent, incomplete, unpushed, room);
    }

    /** This with what was heard of the remotes. */
    public SyncState withSilent(SortedMap<PackageName, Silence> found) {
        return new SyncState(packages, found, incomplete, unpushed, room);
    }

    /** This with what is known not to have come from the remotes. */
    public SyncState withIncomplete(SortedMap<PackageName, Incomplete> found) {
        return new SyncState(packages, silent, found, unpushed, room);
    }

    /** This with what was found of the tags that are to be at the remotes. */
    public SyncState withUnpushed(SortedMap<PackageName, Unpushed> found) {
        return new SyncState(packages, silent, incomplete, found, room);
    }

    /** This with what was found about the room on the disk. */
    public SyncState with(Optional<ScarceRoom> found) {
        return new SyncState(packages, silent, incomplete, unpushed, found);
    }

    /**
     * One package's remote.
     *
     * @param head the tip of the deploy branch that the remote last offered
     * @param accepted the commit that generations are built from; differs from {@code head} while that is kept out
     * @param fetched when the remote last answered
     * @param problem why the head is not what runs
     * @param unheard why nothing newer than that head is known; either may be so without the other
     */
    public record PackageState(
            CommitId head, CommitId accepted, Instant fetched, Optional<Problem> problem, Optional<Problem> unheard) {
        public PackageState {
            if (problem.filter(each -> each.kind().isOfTheRemote()).isPresent()
                    || unheard.filter(each -> !each.kind().isOfTheRemote()).isPresent()) {
                throw new IllegalArgumentException("a head's problem, then a remote's: " + problem + ", " + unheard);
            }
        }

        /** Of a remote that answered. */
        public PackageState(CommitId head, CommitId accepted, Instant fetched, Optional<Problem> problem) {
            this(head, accepted, fetched, problem, Optional.empty());
        }

        /** All that is to be said of it. */
        public List<Problem> problems() {
            return Stream.concat(problem.stream(), unheard.stream()).toList();
        }

        /** The same, now that the remote has answered. */
        public PackageState heard(Instant now) {
            return unheard.isEmpty() ? this : new PackageState(head, accepted, now, problem);
        }

        PackageState withAccepted(CommitId running) {
            return new PackageState(head, running, fetched, problem, unheard);
        }
    }

    /**
     * A remote that does not answer or does not send its branch, and is left alone for a while.
     *
     * @param failures how often it did not, one after the other
     * @param until when it is asked again
     */
    public record Silence(int failures, Instant until) {}

    /**
     * That not everything came from a remote whose deploy branch did, with a text for people.
     *
     * @param since when it did not for the first time
     * @param rest how often it did not, and when everything is fetched again
     */
    public record Incomplete(Instant since, Silence rest, String text) {}

    /**
     * Hot-fix tags that a remote has not taken, with a text for people.
     *
     * @param since when it did not for the first time
     * @param rest how often it did not, and when it is tried again
     * @param refusals how often it answered and refused them, which is other than not to be heard
     */
    public record Unpushed(Instant since, Silence rest, int refusals, String text) {}

    /** That the environment's disk has too little room, with a text for people. */
    public record ScarceRoom(Instant since, String text) {}

    /**
     * Why a package's head is not what runs, or is not the newest, with a text for people.
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
            REFUSED;

            /** Of what may be newer than the head that is known; the others are of that head. */
            public boolean isOfTheRemote() {
                return this == UNREACHABLE || this == UNBROUGHT;
            }
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
        /** The package's {@code prepare}: a maintainer can have it tried again. */
        PREPARE,
        /** The site's check: a maintainer can let it pass. */
        CHECK
    }
}
