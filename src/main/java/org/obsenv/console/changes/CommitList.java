package org.obsenv.console.changes;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.words.Words;

/** The commits between the pin and what is compared. Enter opens the chosen one outside, Ctrl+C copies its full id. */
final class CommitList extends ListView<CommitRow> {
    private final Outward outward;
    private final Label empty = Nodes.wrapped("", "dim");
    private Optional<PackageName> of = Optional.empty();

    CommitList(Words words, Outward outward) {
        this.outward = outward;
        setId("commits");
        getStyleClass().add("commits");
        setAccessibleText(words.text("changes.commits.name"));
        setCellFactory(list -> new CommitCell(this, outward, words));
        setPlaceholder(empty);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen().ifPresent(this::open);
                event.consume();
            }
        });
    }

    /** Shows the rows of a package. */
    void show(PackageName name, List<CommitRow> rows) {
        of = Optional.of(name);
        if (!getItems().equals(rows)) {
            getItems().setAll(rows);
        }
    }

    /** Shows no row, and why. */
    void say(String text) {
        of = Optional.empty();
        getItems().clear();
        empty.setText(text);
    }

    /** Opens the commit's page, where the site says where commits are. */
    void open(CommitId commit) {
        of.ifPresent(name -> outward.commit().ifPresent(opener -> opener.accept(name, commit)));
    }

    void copy(CommitId commit) {
        outward.clipboard().copy(commit.hex());
    }

    /** Copies the full id of the commit that has the keyboard; false when none has. */
    boolean copyIfFocused() {
        Optional<CommitId> commit = isFocused() ? chosen() : Optional.empty();
        commit.ifPresent(this::copy);
        return commit.isPresent();
    }

    private Optional<CommitId> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).flatMap(CommitRow::id);
    }
}
