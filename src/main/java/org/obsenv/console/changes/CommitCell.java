package org.obsenv.console.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.Tag;
import org.obsenv.domain.CommitId;
import org.obsenv.words.Words;

/** A commit: hash, subject, author, ticket, age; on the chosen one its ways outside. Its nodes are reused. */
final class CommitCell extends ListCell<CommitRow> {
    /** So much of a row's width is not the texts'. */
    private static final double BESIDE = 16.5;

    private final Outward outward;
    private final Label commit = Nodes.whole("");
    private final Label subject = Nodes.label("");
    private final Label who = Nodes.whole("", "dim");
    private final Label dot = Nodes.whole("·", "dim");
    private final Label plainTicket = Nodes.whole("", "dim");
    private final Hyperlink ticket = new Hyperlink();
    private final List<Label> tags = new ArrayList<>();
    private final FlowPane second = new FlowPane(who, dot, plainTicket, ticket);
    private final Button open;
    private final Button copy;
    private final Label age = Nodes.whole("", "faint");
    private final HBox box;

    CommitCell(CommitList list, Outward outward, Words words) {
        this.outward = outward;
        // As wide as the list, so that a long subject is shortened instead of scrolled to.
        setPrefWidth(0);
        open = Nodes.signButton(Feather.EXTERNAL_LINK, words.text("changes.open"), () -> with(list::open));
        copy = Nodes.signButton(Feather.COPY, words.text("changes.copy"), () -> with(list::copy));
        open.getStyleClass().add("in-row");
        copy.getStyleClass().add("in-row");
        ticket.setOnAction(event -> outward.ticket(ticket.getText()).ifPresent(Runnable::run));
        second.getStyleClass().add("commit-second");
        second.setRowValignment(VPos.CENTER);
        second.setMinWidth(0);
        // A cell is measured before it has a width: what does not fit into the list's goes to a line of its own.
        second.prefWrapLengthProperty()
                .bind(list.widthProperty().map(width -> Math.max(1, width.doubleValue() - Nodes.em(BESIDE))));
        ticket.setMinWidth(USE_PREF_SIZE);
        VBox texts = new VBox(subject, second);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox ways = new HBox(copy, open);
        ways.setAlignment(Pos.CENTER_RIGHT);
        VBox end = new VBox(age, ways);
        end.setAlignment(Pos.TOP_RIGHT);
        end.setMinWidth(USE_PREF_SIZE);
        box = new HBox(commit, texts, end);
        box.getStyleClass().add("commit-row");
    }

    private void with(Consumer<CommitId> act) {
        Optional.ofNullable(getItem()).flatMap(CommitRow::id).ifPresent(act);
    }

    @Override
    protected void updateItem(@Nullable CommitRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            Hint.give(this, "");
            setAccessibleText(null);
            return;
        }
        fill(row);
        setGraphic(box);
        Hint.give(this, row.exact());
        setAccessibleText(row.told());
    }

    @Override
    public void updateSelected(boolean selected) {
        super.updateSelected(selected);
        showWays();
    }

    private void fill(CommitRow row) {
        commit.setText((row.sign() + " " + row.commit()).strip());
        Nodes.dress(commit, "mono", "commit-id", styleOf(row.kind()));
        boolean quiet = row.kind() == CommitRow.Kind.PIN || row.kind() == CommitRow.Kind.NOTE;
        subject.setText(row.subject());
        Nodes.dress(subject, "commit-subject", quiet ? "dim" : "plain");
        who.setText(row.who());
        Nodes.show(who, !row.who().isEmpty());
        Nodes.show(second, !row.who().isEmpty() || !row.tags().isEmpty());
        showTags(row.tags());
        boolean linked = row.ticket().flatMap(outward::ticket).isPresent();
        ticket.setText(row.ticket().orElse(""));
        ticket.setAccessibleText(ticket.getText());
        plainTicket.setText(ticket.getText());
        Nodes.show(dot, row.ticket().isPresent());
        Nodes.show(ticket, linked);
        Nodes.show(plainTicket, row.ticket().isPresent() && !linked);
        age.setText(row.age());
        showWays();
    }

    private void showTags(List<Tag> wanted) {
        while (tags.size() < wanted.size()) {
            Label label = Nodes.label("");
            label.maxWidthProperty().bind(second.prefWrapLengthProperty());
            tags.add(label);
            second.getChildren().add(label);
        }
        for (int i = 0; i < tags.size(); i++) {
            Nodes.show(tags.get(i), i < wanted.size());
            if (i < wanted.size()) {
                wanted.get(i).showOn(tags.get(i));
            }
        }
    }

    /** Only the chosen commit offers its ways, so that the list stays calm. */
    private void showWays() {
        boolean offers = isSelected() && getItem() != null && getItem().id().isPresent();
        Nodes.show(copy, offers);
        Nodes.show(open, offers && outward.commit().isPresent());
    }

    private static String styleOf(CommitRow.Kind kind) {
        return switch (kind) {
            case GAINED -> "mark-ahead-word";
            case LOST -> "mark-diverged-word";
            case PIN, NOTE -> "dim";
        };
    }
}
