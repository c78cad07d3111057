package org.obsenv.console.changes;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/**
 * The colours of a diff, and the size of its letters, as the theme's sheet gives them to a few texts that nobody sees.
 * The rows take them from here: a row that scrolls in would else be styled anew, part by part.
 */
final class DiffInks extends Group {
    private static final String MEASURED = "0".repeat(100);
    private static final double LEADING = 1.2;

    private final Map<DiffInk, Text> samples = new EnumMap<>(DiffInk.class);
    private final Text letters = new Text(MEASURED);

    private Runnable changed = () -> {};

    DiffInks() {
        setManaged(false);
        setMouseTransparent(true);
        setOpacity(0);
        for (DiffInk each : DiffInk.values()) {
            Text sample = new Text();
            sample.getStyleClass().add(each.styleClass());
            sample.fillProperty().subscribe((before, now) -> changed.run());
            samples.put(each, sample);
            getChildren().add(sample);
        }
        letters.fontProperty().subscribe((before, now) -> changed.run());
        getChildren().add(letters);
    }

    /** What is to be done when any of them is another one now. */
    void onChange(Runnable then) {
        changed = then;
    }

    Paint of(DiffInk ink) {
        return Objects.requireNonNull(samples.get(ink)).getFill();
    }

    /** How wide a letter is. */
    double letter() {
        return letters.getLayoutBounds().getWidth() / MEASURED.length();
    }

    double lineHeight() {
        return Math.ceil(letters.getLayoutBounds().getHeight() * LEADING);
    }
}
