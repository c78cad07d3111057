package org.obsenv.console.support;

import javafx.scene.layout.Region;

/** A state's shape. It never stands without its word, and its colour never without its shape. */
public final class Mark extends Region {
    /** The shapes, each with a colour of its own in every theme. */
    public enum Shape {
        /** Circle: as it should be. */
        GOOD("mark-good", "M5 0 A5 5 0 1 1 4.999 0 Z"),
        /** Triangle up: ahead. */
        AHEAD("mark-ahead", "M5 0 L10.5 10 L-0.5 10 Z"),
        /** Triangle down: behind. */
        BEHIND("mark-behind", "M-0.5 0 L10.5 0 L5 10 Z"),
        /** Diamond: both ways, or refused. */
        DIVERGED("mark-diverged", "M5 -0.8 L10.8 5 L5 10.8 L-0.8 5 Z"),
        /** Square: could not look. */
        UNKNOWN("mark-unknown", "M0 0 L10 0 L10 10 L0 10 Z"),
        /** Dash: not touched. */
        NONE("mark-none", "M0 4 L10 4 L10 6 L0 6 Z");

        private final String styleClass;
        private final String path;

        Shape(String styleClass, String path) {
            this.styleClass = styleClass;
            this.path = path;
        }

        /** The class that gives words beside the shape the same colour. */
        public String wordClass() {
            return styleClass + "-word";
        }
    }

    public Mark(Shape shape) {
        getStyleClass().add("mark");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        show(shape);
    }

    /** Takes another shape. */
    public void show(Shape shape) {
        if (getStyleClass().contains(shape.styleClass)) {
            return;
        }
        getStyleClass().setAll("mark", shape.styleClass);
        setStyle("-fx-shape: \"" + shape.path + "\";");
    }
}
