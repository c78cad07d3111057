package org.obsenv.domain.diff;

import java.util.Arrays;

/**
 * Finds which numbers have no counterpart: first by the lines that stand only once ({@link Anchors}), in what is left by
 * a shortest way ({@link Middle}). Whatever the input, the work is bounded; where the bound is met, the rest is taken as
 * replaced, which is a right diff and a large one.
 */
final class LineDiff {
    /** Steps of some nanoseconds each: a second, and for two files that people wrote a hundredth of it. */
    static final long WORK = 300_000_000;

    private static final int LEAST_PATIENCE = 256;
    private static final int PATIENCE_AREA = 1 << 24;

    private final int[] a;
    private final int[] b;
    private final boolean[] removed;
    private final boolean[] added;
    private final Anchors anchors;
    private final Middle middle;
    private long left;
    private boolean isCoarse;
    private int[] parts = new int[256];
    private int depth;

    private LineDiff(int[] a, int[] b, int numbers, long work) {
        this.a = a;
        this.b = b;
        this.removed = new boolean[a.length];
        this.added = new boolean[b.length];
        this.anchors = new Anchors(a, b, numbers);
        this.middle = new Middle(a, b);
        this.left = work;
    }

    /**
     * @param isCoarse whether the work was more than is spent on it
     */
    // Made here and read by whoever asked: millions of lines would not fit as objects.
    @SuppressWarnings("ArrayRecordComponent")
    record Found(boolean[] removed, boolean[] added, boolean isCoarse) {}

    /** @param numbers all of them are below it */
    static Found find(int[] a, int[] b, int numbers, long work) {
        LineDiff diff = new LineDiff(a, b, numbers, work);
        diff.push(0, a.length, 0, b.length);
        while (diff.depth > 0) {
            diff.depth -= 4;
            diff.part(
                    diff.parts[diff.depth],
                    diff.parts[diff.depth + 1],
                    diff.parts[diff.depth + 2],
                    diff.parts[diff.depth + 3]);
        }
        return new Found(diff.removed, diff.added, diff.isCoarse);
    }

    private void push(int beginA, int endA, int beginB, int endB) {
        if (depth + 4 > parts.length) {
            parts = Arrays.copyOf(parts, parts.length * 2);
        }
        parts[depth] = beginA;
        parts[depth + 1] = endA;
        parts[depth + 2] = beginB;
        parts[depth + 3] = endB;
        depth += 4;
    }

    private void part(int givenA, int givenEndA, int givenB, int givenEndB) {
        int beginA = givenA;
        int beginB = givenB;
        int endA = givenEndA;
        int endB = givenEndB;
        while (beginA < endA && beginB < endB && a[beginA] == b[beginB]) {
            beginA++;
            beginB++;
        }
        while (beginA < endA && beginB < endB && a[endA - 1] == b[endB - 1]) {
            endA--;
            endB--;
        }
        left -= givenEndA - givenA;
        if (beginA == endA || beginB == endB) {
            replaced(beginA, endA, beginB, endB);
            return;
        }
        left -= 4L * (endA - beginA + endB - beginB);
        if (left - middle.steps() < 0) {
            isCoarse = true;
            replaced(beginA, endA, beginB, endB);
            return;
        }
        int found = anchors.find(beginA, endA, beginB, endB);
        if (found > 0) {
            between(found, beginA, endA, beginB, endB);
            return;
        }
        if (!anchors.isAnyShared()) {
            replaced(beginA, endA, beginB, endB);
            return;
        }
        middle.find(beginA, endA, beginB, endB, patience(endA - beginA + endB - beginB));
        if (middle.a() + middle.b() == beginA + beginB || middle.a() + middle.b() == endA + endB) {
            replaced(beginA, endA, beginB, endB);
            return;
        }
        push(middle.a(), endA, middle.b(), endB);
        push(beginA, middle.a(), beginB, middle.b());
    }

    private static int patience(int size) {
        return Math.max(LEAST_PATIENCE, PATIENCE_AREA / size);
    }

    private void between(int found, int beginA, int endA, int beginB, int endB) {
        int nextA = endA;
        int nextB = endB;
        for (int i = found - 1; i >= 0; i--) {
            push(anchors.a(i) + 1, nextA, anchors.b(i) + 1, nextB);
            nextA = anchors.a(i);
            nextB = anchors.b(i);
        }
        push(beginA, nextA, beginB, nextB);
    }

    private void replaced(int beginA, int endA, int beginB, int endB) {
        Arrays.fill(removed, beginA, endA, true);
        Arrays.fill(added, beginB, endB, true);
    }
}
