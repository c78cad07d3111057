package org.obsenv.console.support;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumnBase;

/**
 * Shares a table's width out: each column gets what it needs at least, then the elastic one (the subject line) grows to
 * a readable width, then the others to a comfortable one, and what is left goes to the elastic one again.
 */
public final class ColumnWidths {
    /** The sizes below are meant for this size of text. */
    private static final double DESIGN_SIZE = 14;

    private static final double SCROLL_BAR = 16;

    /** Below this, smaller letters leave names whole. */
    private static final double NARROW = 1400;

    private record Wish(TableColumnBase<?, ?> column, double least, double comfortable, boolean elastic) {}

    private final List<Wish> wishes = new ArrayList<>();
    private final double scale = Fonts.rootSize() / DESIGN_SIZE;

    /** A column and its two widths in pixels at the design's size of text. */
    public void add(TableColumnBase<?, ?> column, double least, double comfortable, boolean elastic) {
        wishes.add(new Wish(column, least * scale, comfortable * scale, elastic));
        column.setMinWidth(least * scale * 0.5);
    }

    /** Gives every column its share of this width. */
    public void share(double width) {
        double left = width - SCROLL_BAR * scale;
        left -= wishes.stream().mapToDouble(Wish::least).sum();
        double elastic = Math.clamp(left, 0, room(true));
        left -= elastic;
        double others = Math.clamp(left, 0, room(false));
        left = Math.max(0, left - others);
        double stretch = room(false) == 0 ? 0 : others / room(false);
        for (Wish wish : wishes) {
            double wanted = wish.elastic()
                    ? wish.least() + elastic + left
                    : wish.least() + (wish.comfortable() - wish.least()) * stretch;
            wish.column().setPrefWidth(wanted);
        }
    }

    /** Whether smaller letters are needed for names to stay whole. */
    public boolean isNarrow(double width) {
        return width < NARROW * scale;
    }

    private double room(boolean elastic) {
        return wishes.stream()
                .filter(each -> each.elastic() == elastic)
                .mapToDouble(each -> each.comfortable() - each.least())
                .sum();
    }
}
