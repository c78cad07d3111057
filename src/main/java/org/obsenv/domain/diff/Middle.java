package org.obsenv.domain.diff;

/**
 * The middle of a shortest way from one part to the other (Myers, "An O(ND) difference algorithm and its variations",
 * 1986, in its linear-space form). Where the way is long, the search ends early and splits at what got furthest: the
 * result is then a way, not always the shortest.
 */
final class Middle {
    private final int[] a;
    private final int[] b;

    /** How far down a each diagonal got, from the front and from the back. */
    private final int[] forward;

    private final int[] backward;
    private final int zero;
    private long steps;
    private int foundA;
    private int foundB;

    Middle(int[] a, int[] b) {
        this.a = a;
        this.b = b;
        this.zero = b.length + 2;
        this.forward = new int[a.length + b.length + 5];
        this.backward = new int[a.length + b.length + 5];
    }

    /** A point on the way; neither the part's begin nor its end. */
    int a() {
        return foundA;
    }

    int b() {
        return foundB;
    }

    /** How much work was done by all calls. */
    long steps() {
        return steps;
    }

    /** Splits a part whose first lines differ, and whose last lines differ. Neither side is empty. */
    void find(int beginA, int endA, int beginB, int endB, int patience) {
        int first = beginA - beginB;
        int last = endA - endB;
        boolean isOdd = (first - last) % 2 != 0;
        forward[zero + first] = beginA;
        backward[zero + last] = endA;
        int lowF = first;
        int highF = first;
        int lowB = last;
        int highB = last;
        int least = beginA - endB;
        int most = endA - beginB;
        for (int cost = 1; ; cost++) {
            if (lowF > least) {
                forward[zero + --lowF - 1] = -1;
            } else {
                lowF++;
            }
            if (highF < most) {
                forward[zero + ++highF + 1] = -1;
            } else {
                highF--;
            }
            for (int k = highF; k >= lowF; k -= 2) {
                int x = Math.max(forward[zero + k - 1] + 1, forward[zero + k + 1]);
                int from = x;
                while (x < endA && x - k < endB && a[x] == b[x - k]) {
                    x++;
                }
                steps += x - from + 1;
                forward[zero + k] = x;
                if (isOdd && k >= lowB && k <= highB && backward[zero + k] <= x && x <= endA && x - k <= endB) {
                    split(x, x - k);
                    return;
                }
            }
            if (lowB > least) {
                backward[zero + --lowB - 1] = Integer.MAX_VALUE;
            } else {
                lowB++;
            }
            if (highB < most) {
                backward[zero + ++highB + 1] = Integer.MAX_VALUE;
            } else {
                highB--;
            }
            for (int k = highB; k >= lowB; k -= 2) {
                int x = Math.min(backward[zero + k - 1], backward[zero + k + 1] - 1);
                int from = x;
                while (x > beginA && x - k > beginB && a[x - 1] == b[x - k - 1]) {
                    x--;
                }
                steps += from - x + 1;
                backward[zero + k] = x;
                if (!isOdd && k >= lowF && k <= highF && x <= forward[zero + k] && x >= beginA && x - k >= beginB) {
                    split(x, x - k);
                    return;
                }
            }
            if (cost >= patience) {
                furthest(beginA, endA, beginB, endB, new int[] {lowF, highF, lowB, highB});
                return;
            }
        }
    }

    private void furthest(int beginA, int endA, int beginB, int endB, int[] diagonals) {
        int best = Integer.MIN_VALUE;
        for (int k = diagonals[0]; k <= diagonals[1]; k += 2) {
            int x = Math.min(forward[zero + k], endA);
            if (x - k > endB) {
                x = endB + k;
            }
            if (x + x - k > best) {
                best = x + x - k;
                split(x, x - k);
            }
        }
        int gone = best - beginA - beginB;
        for (int k = diagonals[2]; k <= diagonals[3]; k += 2) {
            int x = Math.max(backward[zero + k], beginA);
            if (x - k < beginB) {
                x = beginB + k;
            }
            if (endA + endB - (x + x - k) > gone) {
                gone = endA + endB - (x + x - k);
                split(x, x - k);
            }
        }
    }

    private void split(int placeA, int placeB) {
        foundA = placeA;
        foundB = placeB;
    }
}
