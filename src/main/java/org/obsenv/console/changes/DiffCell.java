package org.obsenv.console.changes;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.VPos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.diff.DiffRow;
import org.obsenv.domain.diff.Layout;

/** One row: a line, two lines side by side, or a remark over the whole width. Keeps its nodes from row to row. */
final class DiffCell extends ListCell<DiffRow> {
    private static final double CHOSEN_BAR = 3;

    private final DiffSight sight;
    private final DiffInks inks;
    private final Body body;

    DiffCell(DiffSight sight, DiffInks inks, ObservableDoubleValue slid) {
        this.sight = sight;
        this.inks = inks;
        this.body = new Body(slid);
        setPrefWidth(0);
        setGraphic(body);
        selectedProperty().subscribe(now -> body.chosen.setVisible(now && !isEmpty()));
    }

    @Override
    protected void updateItem(@Nullable DiffRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean isShown = !empty && row != null;
        body.setVisible(isShown);
        body.chosen.setVisible(isShown && isSelected());
        if (isShown && row != null) {
            show(row);
        } else {
            setAccessibleText(null);
        }
    }

    private void show(DiffRow row) {
        switch (row.kind()) {
            case SAME, ADDED, REMOVED, CHANGED -> lines(row);
            case FOLD, NO_LINE_FEED -> {
                body.remark(sight.remark(row), row.kind());
                setAccessibleText(sight.remark(row));
            }
        }
    }

    private void lines(DiffRow row) {
        if (sight.arranged() == Layout.UNIFIED) {
            DiffLook look = sight.looks().unified(row, sight.finds());
            body.one(look);
            setAccessibleText(look.spoken());
        } else {
            DiffLook old = sight.looks().side(row, true, sight.finds());
            DiffLook now = sight.looks().side(row, false, sight.finds());
            body.two(old, now);
            setAccessibleText(
                    row.kind() == DiffRow.Kind.SAME ? now.spoken() : (old.spoken() + " " + now.spoken()).strip());
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        body.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /** How far the words of this row reach beyond their room. */
    double overflow() {
        return isEmpty() ? 0 : body.overflow();
    }

    private final class Body extends Region {
        private final DiffHalf whole;
        private final DiffHalf left;
        private final DiffHalf right;
        private final Rectangle divider = new Rectangle(1, 1);
        private final Rectangle fold = new Rectangle();
        private final Text remark = new Text();
        private final Rectangle chosen = new Rectangle();

        Body(ObservableDoubleValue slid) {
            whole = new DiffHalf(inks, 2, slid);
            left = new DiffHalf(inks, 1, slid);
            right = new DiffHalf(inks, 1, slid);
            remark.setTextOrigin(VPos.CENTER);
            chosen.setMouseTransparent(true);
            getChildren().addAll(fold, remark, whole, left, right, divider, chosen);
        }

        void one(DiffLook look) {
            whole.show(look, sight.digits());
            dress(true, false);
        }

        void two(DiffLook old, DiffLook now) {
            left.show(old, sight.digits());
            right.show(now, sight.digits());
            dress(false, true);
        }

        void remark(String text, DiffRow.Kind kind) {
            remark.setText(text);
            remark.setFill(inks.of(DiffInk.REMARK));
            fold.setFill(inks.of(kind == DiffRow.Kind.FOLD ? DiffInk.FOLD_GROUND : DiffInk.SAME_GROUND));
            dress(false, false);
        }

        private void dress(boolean isOne, boolean isTwo) {
            whole.setVisible(isOne);
            left.setVisible(isTwo);
            right.setVisible(isTwo);
            divider.setVisible(isTwo);
            divider.setFill(inks.of(DiffInk.DIVIDER));
            fold.setVisible(!isOne && !isTwo);
            remark.setVisible(!isOne && !isTwo);
            chosen.setFill(inks.of(DiffInk.CHOSEN));
            requestLayout();
        }

        double overflow() {
            if (whole.isVisible()) {
                return whole.wordsWidth() - whole.room(getWidth());
            }
            double half = Math.floor(getWidth() / 2);
            return left.isVisible() ? Math.max(left.wordsWidth(), right.wordsWidth()) - left.room(half) : 0;
        }

        @Override
        protected double computePrefHeight(double width) {
            return inks.lineHeight();
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = getHeight();
            double half = Math.floor(width / 2);
            whole.resizeRelocate(0, 0, width, height);
            left.resizeRelocate(0, 0, half, height);
            right.resizeRelocate(half, 0, width - half, height);
            divider.setX(half);
            divider.setHeight(height);
            fold.setWidth(width);
            fold.setHeight(height);
            remark.relocate(
                    inks.letter() * 2, (height - remark.getLayoutBounds().getHeight()) / 2);
            chosen.setWidth(CHOSEN_BAR * 2);
            chosen.setHeight(height);
        }
    }
}
