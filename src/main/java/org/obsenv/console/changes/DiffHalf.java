package org.obsenv.console.changes;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Paints one line of one text: a bar at the edge, its numbers, its sign, and its words, which slide under these. */
final class DiffHalf extends Region {
    private static final double BAR = 3;
    private static final double NUMBER_GAP = 1.2;
    private static final double SIGN_LETTERS = 2;

    private final DiffInks inks;
    private final int columns;
    private final Rectangle ground = new Rectangle();
    private final Rectangle bar = new Rectangle();
    private final List<Text> numbers = new ArrayList<>();
    private final Text sign = new Text();
    private final TextFlow flow = new TextFlow();
    private final List<Path> marks = new ArrayList<>();
    private final Pane sliding = new Pane();
    private final Pane window = new Pane(sliding);
    private final Rectangle clip = new Rectangle();
    private DiffLook look = DiffLook.nothing();
    private int digits = 1;

    /**
     * @param columns how many line numbers there are
     * @param slid how far the words are slid to the left
     */
    DiffHalf(DiffInks inks, int columns, ObservableDoubleValue slid) {
        this.inks = inks;
        this.columns = columns;
        setMouseTransparent(true);
        for (int i = 0; i < columns; i++) {
            numbers.add(text());
        }
        sign.setTextOrigin(VPos.CENTER);
        window.setClip(clip);
        sliding.getChildren().add(flow);
        slid.subscribe(now -> sliding.setTranslateX(-now.doubleValue()));
        getChildren().addAll(ground, bar);
        getChildren().addAll(numbers);
        getChildren().addAll(sign, window);
    }

    private static Text text() {
        Text text = new Text();
        text.setTextOrigin(VPos.CENTER);
        return text;
    }

    /** @param most digits of the largest line number */
    void show(DiffLook shown, int most) {
        look = shown;
        digits = most;
        ground.setFill(inks.of(look.ground()));
        bar.setFill(inks.of(look.signInk()));
        bar.setVisible(!look.sign().isEmpty());
        for (int i = 0; i < columns; i++) {
            Text number = numbers.get(i);
            number.setText(i < look.numbers().size() ? look.numbers().get(i) : "");
            number.setFill(inks.of(DiffInk.GUTTER));
        }
        sign.setText(look.sign());
        sign.setFill(inks.of(look.signInk()));
        fill();
        requestLayout();
    }

    private void fill() {
        List<Node> texts = flow.getChildren();
        int count = look.runs().size() + (look.remark().isEmpty() ? 0 : 1);
        while (texts.size() > count) {
            texts.removeLast();
        }
        while (texts.size() < count) {
            texts.add(new Text());
        }
        for (int i = 0; i < look.runs().size(); i++) {
            DiffLook.Part run = look.runs().get(i);
            Text text = (Text) texts.get(i);
            text.setText(look.text().substring(run.begin(), run.end()));
            text.setFill(inks.of(run.ink()));
        }
        if (!look.remark().isEmpty()) {
            Text remark = (Text) texts.getLast();
            remark.setText("  " + look.remark());
            remark.setFill(inks.of(DiffInk.REMARK));
        }
    }

    /** How wide the words are, from the first to the last. */
    double wordsWidth() {
        return flow.prefWidth(-1);
    }

    /** How much of the width the words may take. */
    double room(double width) {
        return width - wordsBegin();
    }

    private double wordsBegin() {
        return BAR + columns * numberWidth() + SIGN_LETTERS * inks.letter();
    }

    private double numberWidth() {
        return (digits + NUMBER_GAP) * inks.letter();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double width = getWidth();
        ground.setWidth(width);
        ground.setHeight(height);
        bar.setWidth(BAR);
        bar.setHeight(height);
        for (int i = 0; i < columns; i++) {
            Text number = numbers.get(i);
            double end = BAR + (i + 1) * numberWidth();
            number.relocate(
                    end - number.getLayoutBounds().getWidth(),
                    (height - number.getLayoutBounds().getHeight()) / 2);
        }
        double signBegin = BAR + columns * numberWidth() + inks.letter() * 0.7;
        sign.relocate(signBegin, (height - sign.getLayoutBounds().getHeight()) / 2);
        double begin = wordsBegin();
        window.resizeRelocate(begin, 0, Math.max(0, width - begin), height);
        clip.setWidth(window.getWidth());
        clip.setHeight(height);
        double flowHeight = flow.prefHeight(-1);
        flow.resizeRelocate(0, (height - flowHeight) / 2, flow.prefWidth(-1) + 1, flowHeight);
        mark();
    }

    private void mark() {
        while (marks.size() < look.marks().size()) {
            Path path = new Path();
            path.setStrokeType(StrokeType.INSIDE);
            path.setManaged(false);
            marks.add(path);
            sliding.getChildren().add(sliding.getChildren().size() - 1, path);
        }
        for (int i = 0; i < marks.size(); i++) {
            Path path = marks.get(i);
            path.setVisible(i < look.marks().size());
            if (path.isVisible()) {
                DiffLook.Part part = look.marks().get(i);
                path.getElements().setAll(flow.getRangeShape(part.begin(), part.end(), false));
                path.setLayoutY(flow.getLayoutY());
                path.setFill(inks.of(part.ink()));
                path.setStroke(inks.of(part.ink().edge()));
            }
        }
    }
}
