package org.obsenv.console.changes;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Where one types what is looked for in a diff. */
final class DiffFindBar extends HBox {
    private final DiffViewModel model;
    private final Words words;
    private final TextField field = new TextField();
    private final Label count = Nodes.whole("", "dim");

    /**
     * @param step goes to the next place, or back
     * @param close leaves the search
     */
    DiffFindBar(DiffViewModel model, Words words, IntConsumer step, Runnable close) {
        this.model = model;
        this.words = words;
        setId("diff-find");
        getStyleClass().add("diff-find");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("diff-wanted");
        field.setPromptText(words.text("changes.find.prompt"));
        field.setAccessibleText(words.text("changes.find.prompt"));
        field.textProperty().subscribe((before, now) -> model.find(now));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                step.accept(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
        getChildren()
                .addAll(
                        Nodes.icon(Feather.SEARCH, 1),
                        field,
                        count,
                        Nodes.spring(),
                        Nodes.signButton(Feather.CHEVRON_UP, words.text("changes.find.before"), () -> step.accept(-1)),
                        Nodes.signButton(Feather.CHEVRON_DOWN, words.text("changes.find.after"), () -> step.accept(1)),
                        Nodes.signButton(Feather.X, words.text("changes.find.close"), close));
        model.findsProperty().subscribe(this::tell);
    }

    private void tell(DiffFinds found) {
        if (found.wanted().isEmpty()) {
            count.setText("");
        } else if (found.count() == 0) {
            count.setText(words.text("changes.find.none"));
        } else {
            String total = found.isWhole()
                    ? Integer.toString(found.count())
                    : words.text("changes.find.more", "n", found.count());
            count.setText(
                    found.current() < 0
                            ? words.text("changes.find.total", "total", total)
                            : words.text("changes.find.at", "n", found.current() + 1, "total", total));
        }
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
        model.find(field.getText());
    }
}
