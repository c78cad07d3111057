package org.obsenv.domain.diff;

/**
 * Lines that came or went next to lines like them can be told in several ways: this finds the one that reads best. Where
 * lines went at the place where others came, they stay together; else a group begins where a block does.
 */
final class Slides {
    private static final int FARTHEST = 200;
    private static final int LOOK_AHEAD = 20;
    private static final int AFTER_BLANK = -3;
    private static final int BEGINS_BLANK = 2;

    private final FileText text;
    private final WhiteSpace white;
    private final boolean[] changed;
    private final boolean[] others;

    /** The group in hand, and the place in the other text that its first line stands at. */
    private int begin;

    private int end;
    private int other;

    private Slides(FileText text, WhiteSpace white, boolean[] changed, boolean[] others) {
        this.text = text;
        this.white = white;
        this.changed = changed;
        this.others = others;
    }

    static void slide(FileText before, boolean[] removed, FileText after, boolean[] added, WhiteSpace white) {
        new Slides(before, white, removed, added).all();
        new Slides(after, white, added, removed).all();
    }

    private void all() {
        int at = 0;
        int place = 0;
        while (at < changed.length) {
            if (changed[at]) {
                begin = at;
                end = at;
                while (end < changed.length && changed[end]) {
                    end++;
                }
                other = place;
                one();
                at = end;
                place = other;
            }
            // On to the line after the next one that is the same on both sides.
            while (place < others.length && others[place]) {
                place++;
            }
            place++;
            at++;
        }
    }

    private void one() {
        for (int moved = 0; moved < FARTHEST && canGoUp(); moved++) {
            up();
        }
        int best = end;
        int bestScore = score();
        boolean isBeside = isBeside();
        for (int moved = 0; moved < 2 * FARTHEST && canGoDown(); moved++) {
            down();
            boolean isNowBeside = isBeside();
            int score = score();
            if (isNowBeside || (!isBeside && score <= bestScore)) {
                best = end;
                bestScore = score;
                isBeside = isNowBeside;
            }
        }
        while (end > best && canGoUp()) {
            up();
        }
    }

    private boolean canGoUp() {
        return begin > 0 && isSame(begin - 1, end - 1);
    }

    private boolean canGoDown() {
        return end < changed.length && isSame(begin, end);
    }

    private boolean isSame(int one, int another) {
        return LineNumbers.isSame(text, one, text, another, white);
    }

    private void up() {
        changed[--begin] = true;
        changed[--end] = false;
        other--;
        while (other > 0 && others[other - 1]) {
            other--;
        }
        while (begin > 0 && changed[begin - 1]) {
            begin--;
        }
    }

    private void down() {
        changed[begin++] = false;
        changed[end++] = true;
        while (other < others.length && others[other]) {
            other++;
        }
        other++;
        while (end < changed.length && changed[end]) {
            end++;
        }
    }

    /** Whether the other text has a change at this place. */
    private boolean isBeside() {
        return other < others.length && others[other];
    }

    private int score() {
        int score = indentFrom(begin) + indentFrom(end);
        if (begin == 0 || text.isBlank(begin - 1)) {
            score += AFTER_BLANK;
        }
        return text.isBlank(begin) ? score + BEGINS_BLANK : score;
    }

    private int indentFrom(int line) {
        for (int i = line; i < Math.min(text.lines(), line + LOOK_AHEAD); i++) {
            if (!text.isBlank(i)) {
                return text.indent(i);
            }
        }
        return 0;
    }
}
