package org.obsenv.domain.diff;

import java.util.Arrays;
import java.util.List;

/** What changed, in order; between two edits at least one line is the same. Four numbers each: there may be many. */
public final class Edits {
    public static final Edits NONE = new Edits(new int[0], 0);

    private static final int WIDTH = 4;

    private final int[] numbers;
    private final int count;

    private Edits(int[] numbers, int count) {
        this.numbers = numbers;
        this.count = count;
    }

    /** From marks on the lines that have no counterpart. */
    static Edits of(boolean[] removed, boolean[] added) {
        int[] numbers = new int[64];
        int count = 0;
        int a = 0;
        int b = 0;
        while (a < removed.length || b < added.length) {
            int beginA = a;
            int beginB = b;
            while (a < removed.length && removed[a]) {
                a++;
            }
            while (b < added.length && added[b]) {
                b++;
            }
            if (a > beginA || b > beginB) {
                if ((count + 1) * WIDTH > numbers.length) {
                    numbers = Arrays.copyOf(numbers, numbers.length * 2);
                }
                numbers[count * WIDTH] = beginA;
                numbers[count * WIDTH + 1] = a;
                numbers[count * WIDTH + 2] = beginB;
                numbers[count * WIDTH + 3] = b;
                count++;
            } else {
                a++;
                b++;
            }
        }
        return count == 0 ? NONE : new Edits(Arrays.copyOf(numbers, count * WIDTH), count);
    }

    /** These, which are in order and do not touch. */
    public static Edits of(List<Edit> edits) {
        int[] numbers = edits.stream()
                .flatMapToInt(
                        each -> java.util.stream.IntStream.of(each.beginA(), each.endA(), each.beginB(), each.endB()))
                .toArray();
        return edits.isEmpty() ? NONE : new Edits(numbers, edits.size());
    }

    public int size() {
        return count;
    }

    public Edit get(int index) {
        int at = index * WIDTH;
        return new Edit(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]);
    }

    int beginA(int index) {
        return numbers[index * WIDTH];
    }

    int endA(int index) {
        return numbers[index * WIDTH + 1];
    }

    int beginB(int index) {
        return numbers[index * WIDTH + 2];
    }

    int endB(int index) {
        return numbers[index * WIDTH + 3];
    }

    /** How many lines of the new text are new. */
    public int added() {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += endB(i) - beginB(i);
        }
        return sum;
    }

    /** How many lines of the old text are gone. */
    public int removed() {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += endA(i) - beginA(i);
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edits that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
