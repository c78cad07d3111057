package org.obsenv.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Walks back from two commits at once until everything that is left is common to both. Exact while no commit is dated
 * more than {@link #SKEW_SECONDS} before one of its ancestors; a shallow clone's cut-off commits have no parents.
 */
final class BothSides {
    // Time stamps are what lets the walk stop early, and clocks are wrong at times: go on for a quarter of a year.
    static final int SKEW_SECONDS = 90 * 24 * 3600;

    private final RevWalk walk;
    private final RevFlag left;
    private final RevFlag right;
    private final RevFlag queued;
    private final List<RevCommit> seen = new ArrayList<>();
    private final PriorityQueue<RevCommit> queue = new PriorityQueue<>(
            Comparator.comparingInt(RevCommit::getCommitTime).reversed());
    private int queuedOneSided;
    private int oldestOneSided = Integer.MAX_VALUE;

    private BothSides(RevWalk walk) {
        this.walk = walk;
        this.left = walk.newFlag("left");
        this.right = walk.newFlag("right");
        this.queued = walk.newFlag("queued");
    }

    /** Walks; the commits belong to {@code walk}, which is used up. */
    static BothSides of(RevWalk walk, ObjectId left, ObjectId right) throws IOException {
        BothSides sides = new BothSides(walk);
        sides.reach(walk.parseCommit(left), true, false);
        sides.reach(walk.parseCommit(right), false, true);
        sides.run();
        return sides;
    }

    AheadBehind counts() {
        int ahead = 0;
        int behind = 0;
        for (RevCommit each : seen) {
            if (isOneSided(each)) {
                if (each.has(left)) {
                    ahead++;
                } else {
                    behind++;
                }
            }
        }
        return new AheadBehind(ahead, behind);
    }

    /** The commits of the left side only, newest first. */
    List<RevCommit> leftOnly() {
        return only(left);
    }

    /** The commits of the right side only, newest first. */
    List<RevCommit> rightOnly() {
        return only(right);
    }

    private List<RevCommit> only(RevFlag side) {
        return seen.stream()
                .filter(each -> isOneSided(each) && each.has(side))
                .sorted(Comparator.comparingInt(RevCommit::getCommitTime).reversed())
                .toList();
    }

    private void run() throws IOException {
        while (!queue.isEmpty() && !isSettled()) {
            RevCommit next = queue.poll();
            next.remove(queued);
            if (isOneSided(next)) {
                queuedOneSided--;
                oldestOneSided = Math.min(oldestOneSided, next.getCommitTime());
            }
            for (RevCommit parent : next.getParents()) {
                reach(parent, next.has(left), next.has(right));
            }
        }
    }

    /** Nothing queued is one-sided, and all of it is too old to be a descendant of something that is. */
    private boolean isSettled() {
        RevCommit newest = queue.peek();
        return queuedOneSided == 0 && newest != null && (long) newest.getCommitTime() + SKEW_SECONDS < oldestOneSided;
    }

    /** A commit is queued again when a side reaches it late: its ancestors must hear of it too. */
    private void reach(RevCommit commit, boolean fromLeft, boolean fromRight) throws IOException {
        boolean news = (fromLeft && !commit.has(left)) || (fromRight && !commit.has(right));
        if (!news) {
            return;
        }
        boolean isNew = !commit.has(left) && !commit.has(right);
        if (isNew) {
            walk.parseHeaders(commit);
            seen.add(commit);
        }
        boolean wasQueued = commit.has(queued);
        if (wasQueued && isOneSided(commit)) {
            queuedOneSided--;
        }
        if (fromLeft) {
            commit.add(left);
        }
        if (fromRight) {
            commit.add(right);
        }
        if (isOneSided(commit)) {
            queuedOneSided++;
        }
        if (!wasQueued) {
            commit.add(queued);
            queue.add(commit);
        }
    }

    private boolean isOneSided(RevCommit commit) {
        return commit.has(left) != commit.has(right);
    }
}
