package org.obsenv.console.changes;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Nodes;

/** A commit: hash, subject, author, ticket, age. */
final class CommitCell extends ListCell<CommitRow> {
    private final Optional<Consumer<String>> openTicket;

    CommitCell(Optional<Consumer<String>> openTicket) {
        this.openTicket = openTicket;
        // As wide as the list, so that a long subject is shortened instead of scrolled to.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CommitRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(content(row));
        setTooltip(row.exact().isEmpty() ? null : new Tooltip(row.exact()));
        setAccessibleText(String.join(" ", row.sign(), row.commit(), row.subject(), row.who(), row.age()));
    }

    private HBox content(CommitRow row) {
        Label commit = Nodes.whole((row.sign() + " " + row.commit()).strip(), "mono", "commit-id", styleOf(row.kind()));
        boolean quiet = row.kind() == CommitRow.Kind.PIN || row.kind() == CommitRow.Kind.NOTE;
        Label subject = Nodes.label(row.subject(), "commit-subject", quiet ? "dim" : "plain");
        VBox texts = new VBox(subject);
        texts.setMinWidth(0);
        if (!row.who().isEmpty()) {
            HBox second = new HBox(Nodes.label(row.who(), "dim"));
            row.ticket().ifPresent(ticket -> second.getChildren().addAll(Nodes.whole("·", "dim"), link(ticket)));
            second.getStyleClass().add("commit-second");
            second.setAlignment(Pos.CENTER_LEFT);
            texts.getChildren().add(second);
        }
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox box = new HBox(commit, texts, Nodes.whole(row.age(), "faint"));
        box.getStyleClass().add("commit-row");
        return box;
    }

    private Labeled link(String ticket) {
        if (openTicket.isEmpty()) {
            return Nodes.whole(ticket, "dim");
        }
        Hyperlink link = new Hyperlink(ticket);
        link.setOnAction(event -> openTicket.get().accept(ticket));
        link.setAccessibleText(ticket);
        return link;
    }

    private static String styleOf(CommitRow.Kind kind) {
        return switch (kind) {
            case GAINED -> "mark-ahead-word";
            case LOST -> "mark-diverged-word";
            case PIN, NOTE -> "dim";
        };
    }
}
