package org.obsenv.console.support;

import javafx.scene.control.Label;

/** A few words in a frame, as in the column "Needs attention". */
public record Tag(String text, Tone tone) {
    /** How loud it is. */
    public enum Tone {
        BAD("tag-bad"),
        WARN("tag-warn"),
        QUIET("tag-quiet"),
        GOOD("tag-good");

        private final String styleClass;

        Tone(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    /** So many more than are shown. */
    public static Tag more(int count) {
        return new Tag("+" + count, Tone.QUIET);
    }

    /** The tag as a node, which is never shortened. */
    public Label label() {
        Label label = Nodes.whole("");
        showOn(label);
        return label;
    }

    /** Puts this tag where another stood. */
    public void showOn(Label label) {
        label.setText(text);
        Nodes.dress(label, "tag", tone.styleClass);
    }
}
