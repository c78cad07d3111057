package org.obsenv.console.signoff;

import javafx.scene.control.TextField;

/** What a lead has to say beside her signature. */
final class CommentField extends TextField {
    CommentField(String id, String prompt) {
        setId(id);
        setPromptText(prompt);
        setAccessibleText(prompt);
    }

    /** What was written; it stays until the act it belongs to is in the store. */
    String written() {
        return getText().strip();
    }
}
