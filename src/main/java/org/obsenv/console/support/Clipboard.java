package org.obsenv.console.support;

import java.util.Map;
import javafx.scene.input.DataFormat;

/** Where copied text goes. */
public interface Clipboard {
    void copy(String text);

    /** The system's clipboard. */
    static Clipboard system() {
        return text -> {
            boolean taken =
                    javafx.scene.input.Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
            if (!taken) {
                throw new IllegalStateException("the clipboard did not take the text");
            }
        };
    }
}
