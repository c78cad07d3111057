package org.obsenv.console.support;

import javafx.scene.control.Label;

/** A few words in a frame, as in the column "Needs attention". */
public record Tag(String text, Tone tone) {
    /** How loud it is. */
    public enum Tone {
        BAD("tag-bad"),
        WARN("tag-warn"),
        QUIET("tag-quiet");

        private final String styleClass;

        Tone(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    /** The tag as a node. */
    public Label label() {
        Label label = new Label(text);
        label.getStyleClass().addAll("tag", tone.styleClass);
        return label;
    }
}
