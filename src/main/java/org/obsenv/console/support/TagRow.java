package org.obsenv.console.support;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Tags in one line: those that find no room are counted in a last one, {@code +2}. None of them is cut but the first,
 * where not even that has room: the loudest is always to be seen. The row's tooltip names them all.
 */
public final class TagRow extends Region {
    private static final double GAP = 0.4;

    private final Label more = Tag.more(0).label();
    private final List<Label> labels = new ArrayList<>();
    private List<Tag> tags = List.of();

    public TagRow() {
        setMinWidth(0);
        getChildren().add(more);
    }

    /** Shows these tags, the first ones first. */
    public void show(List<Tag> wanted) {
        if (wanted.equals(tags)) {
            return;
        }
        tags = List.copyOf(wanted);
        while (labels.size() < tags.size()) {
            Label label = Tag.more(0).label();
            labels.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < tags.size(); i++) {
            tags.get(i).showOn(labels.get(i));
        }
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        for (int i = 0; i < tags.size(); i++) {
            width += labels.get(i).prefWidth(-1) + (i == 0 ? 0 : gap());
        }
        return snapSizeX(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(more.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        int shown = Math.min(tags.size(), Math.max(1, fitting()));
        Tag.more(tags.size() - shown).showOn(more);
        double rest = shown < tags.size() ? more.prefWidth(-1) + gap() : 0;
        double x = 0;
        for (int i = 0; i < labels.size(); i++) {
            x = place(labels.get(i), i < shown, x, getWidth() - rest);
        }
        place(more, shown < tags.size(), x, getWidth());
    }

    /** How many of the first tags have room, with the count of the others behind them. */
    private int fitting() {
        int shown = tags.size();
        double used = prefWidth(-1);
        while (shown > 0 && used > getWidth()) {
            shown--;
            Tag.more(tags.size() - shown).showOn(more);
            used = more.prefWidth(-1);
            for (int i = 0; i < shown; i++) {
                used += labels.get(i).prefWidth(-1) + gap();
            }
        }
        return shown;
    }

    private double place(Label label, boolean visible, double x, double end) {
        label.setVisible(visible);
        if (!visible) {
            return x;
        }
        double width = Math.max(0, Math.min(snapSizeX(label.prefWidth(-1)), end - x));
        double height = label.prefHeight(-1);
        // A tag keeps its width against every parent; here the count behind it must stay to be read.
        label.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
        return x + width + gap();
    }

    private double gap() {
        return snapSpaceX(Nodes.em(GAP));
    }
}
