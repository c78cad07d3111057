package org.obsenv.domain.diff;

import java.util.Arrays;

/**
 * Patience: the lines that stand exactly once in either part are what a reader recognises; the longest sequence of them
 * in the same order on both sides are taken as the same lines. Takes time in proportion to the part, times its logarithm.
 */
final class Anchors {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final int[] a;
    private final int[] b;

    /** Where the number stands in the part of a, and of b; everywhere {@link #NONE} between two calls. */
    private final int[] inA;

    private final int[] inB;
    private int[] pairs = new int[0];
    private boolean isShared;

    Anchors(int[] a, int[] b, int numbers) {
        this.a = a;
        this.b = b;
        this.inA = new int[numbers];
        this.inB = new int[numbers];
        Arrays.fill(inA, NONE);
        Arrays.fill(inB, NONE);
    }

    /** Finds them; {@link #a(int)} and {@link #b(int)} tell, until the next call. */
    int find(int beginA, int endA, int beginB, int endB) {
        for (int i = beginA; i < endA; i++) {
            inA[a[i]] = inA[a[i]] == NONE ? i : SEVERAL;
        }
        for (int j = beginB; j < endB; j++) {
            inB[b[j]] = inB[b[j]] == NONE ? j : SEVERAL;
        }
        int[] candidates = new int[Math.min(endA - beginA, endB - beginB)];
        int count = 0;
        isShared = false;
        for (int i = beginA; i < endA; i++) {
            isShared |= inB[a[i]] != NONE;
            if (inA[a[i]] == i && inB[a[i]] >= 0) {
                candidates[count++] = i;
            }
        }
        pairs = inOrder(candidates, count);
        for (int i = beginA; i < endA; i++) {
            inA[a[i]] = NONE;
        }
        for (int j = beginB; j < endB; j++) {
            inB[b[j]] = NONE;
        }
        return pairs.length / 2;
    }

    /** Whether any line of the part is on both sides, an anchor or not. */
    boolean isAnyShared() {
        return isShared;
    }

    int a(int anchor) {
        return pairs[2 * anchor];
    }

    int b(int anchor) {
        return pairs[2 * anchor + 1];
    }

    /** The longest sequence whose places in b grow, too. */
    private int[] inOrder(int[] candidates, int count) {
        int[] tops = new int[count];
        int[] before = new int[count];
        int piles = 0;
        for (int each = 0; each < count; each++) {
            int low = 0;
            int high = piles;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (placeInB(candidates[tops[middle]]) < placeInB(candidates[each])) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[each] = low == 0 ? NONE : tops[low - 1];
            tops[low] = each;
            piles = Math.max(piles, low + 1);
        }
        int[] found = new int[2 * piles];
        int each = piles == 0 ? NONE : tops[piles - 1];
        for (int at = piles - 1; at >= 0; at--) {
            found[2 * at] = candidates[each];
            found[2 * at + 1] = placeInB(candidates[each]);
            each = before[each];
        }
        return found;
    }

    private int placeInB(int placeInA) {
        return inB[a[placeInA]];
    }
}
