package org.obsenv.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that a misspelt one was meant to be. */
public final class Nearest {
    /** One slip of the finger for so many letters. */
    private static final int LETTERS = 4;

    private Nearest() {}

    /** The known word next to this one; empty when none is near enough to be meant. */
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .filter(each -> slips(word, each) <= Math.max(1, Math.max(word.length(), each.length()) / LETTERS))
                .min(Comparator.<String>comparingInt(each -> slips(word, each)).thenComparing(each -> each));
    }

    /** Letters wrong, missing, too many, or two swapped (optimal string alignment distance). */
    private static int slips(String one, String other) {
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : fewest(slips, one, other, i, j);
            }
        }
        return slips[one.length()][other.length()];
    }

    private static int fewest(int[][] slips, String one, String other, int i, int j) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(slips[i - 1][j - 1] + wrong, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
    }
}
