package org.obsenv.domain.diff;

/** Lines {@code beginA} to before {@code endA} of the old text became lines {@code beginB} to before {@code endB}. */
public record Edit(int beginA, int endA, int beginB, int endB) {
    public int removed() {
        return endA - beginA;
    }

    public int added() {
        return endB - beginB;
    }
}
