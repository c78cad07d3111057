package org.obsenv.console.signoff;

import javafx.scene.control.TextField;

/** What a lead has to say beside her signature. */
final class CommentField extends TextField {
    CommentField(String id, String prompt) {
        setId(id);
        setPromptText(prompt);
        setAccessibleText(prompt);
    }

    /** What was written; the field is empty afterwards. */
    String taken() {
        String text = getText().strip();
        clear();
        return text;
    }
}
