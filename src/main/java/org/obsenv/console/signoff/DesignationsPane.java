package org.obsenv.console.signoff;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.signoff.Seat;
import org.obsenv.words.Words;

/** Where the holder of a seat lets somebody sign in it for some days, and sees and ends what she said before. */
final class DesignationsPane extends VBox {
    private static final int DAY_COLUMNS = 10;

    private final DesignationsViewModel model;
    private final Words words;
    private final ChoiceBox<Seat> seat = new ChoiceBox<>();
    private final CommentField account;
    private final CommentField from;
    private final CommentField to;
    private final Label says = Nodes.wrapped("", "strip-text");
    private final VBox standing = new VBox();

    DesignationsPane(DesignationsViewModel model) {
        this.model = model;
        this.words = model.words();
        setId("designations");
        getStyleClass().addAll("strip", "strip-warn", "proposal");
        standing.getStyleClass().add("strips");
        seat.setId("designate-seat");
        seat.setAccessibleText(words.text("designate.seat"));
        seat.setConverter(new SeatTitles());
        seat.getItems().setAll(model.seats());
        seat.getSelectionModel().selectFirst();
        Nodes.show(seat, model.seats().size() > 1);
        account = new CommentField("designate-account", words.text("designate.account"));
        from = day("designate-from", words.text("designate.from"));
        to = day("designate-to", words.text("designate.to"));
        Button send = Nodes.button(words.text("designate.send"), this::send, "small");
        send.setId("designate-send");
        send.disableProperty().bind(says.visibleProperty().or(model.run().busyProperty()));
        Button close = Nodes.button(words.text("cancel"), () -> model.close(), "small");
        close.setId("designate-cancel");
        HBox row = new HBox(seat, account, from, to, Nodes.spring(), send, close);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("strip-row");
        says.setId("designate-says");
        // Over the fields: beside it a day would have no room.
        getChildren().addAll(Nodes.wrapped(title(), "strip-title"), row, says, standing);
        account.setOnAction(event -> send());
        List.of(account.textProperty(), from.textProperty(), to.textProperty())
                .forEach(each -> each.subscribe(text -> say()));
        model.ownProperty().subscribe(this::list);
        model.openProperty().subscribe(this::show);
        model.run().endingProperty().subscribe(ending -> {
            if (ending.filter(SignOffRun.Ended::good).isPresent()) {
                clear();
            }
        });
    }

    private String title() {
        return model.seats().size() == 1
                ? words.text(
                        "designate.title.one", "seat", model.seats().getFirst().title())
                : words.text("designate.title");
    }

    /** Text, not a picker: what is mistyped into one vanishes when it is left, and no first day means now. */
    private CommentField day(String id, String prompt) {
        CommentField day = new CommentField(id, prompt);
        day.setPrefColumnCount(DAY_COLUMNS);
        day.setOnAction(event -> send());
        return day;
    }

    private void show(boolean isOpen) {
        Nodes.show(this, isOpen);
        if (isOpen) {
            clear();
            account.requestFocus();
        }
    }

    private void clear() {
        List.of(account, from, to).forEach(CommentField::clear);
        say();
    }

    private void say() {
        var problem = model.problem(account.written(), from.written(), to.written());
        says.setText(problem.orElse(""));
        Nodes.show(says, problem.isPresent());
    }

    private void send() {
        model.designate(seat.getValue(), account.written(), from.written(), to.written());
    }

    private void list(List<DesignationRow> rows) {
        standing.getChildren().setAll(rows.stream().map(this::row).toList());
        Nodes.show(standing, !rows.isEmpty());
    }

    private Node row(DesignationRow each) {
        Button end = Nodes.button(words.text("designate.end"), () -> model.end(each), "small");
        end.setId("designate-end-" + each.act());
        end.setAccessibleText(words.text("designate.end") + " " + each.text());
        end.disableProperty().bind(model.run().busyProperty());
        HBox row = new HBox(Nodes.label(each.text(), "strip-text"), end);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("strip-row");
        return row;
    }

    private static final class SeatTitles extends javafx.util.StringConverter<Seat> {
        @Override
        public String toString(@Nullable Seat seat) {
            return seat == null ? "" : seat.title();
        }

        @Override
        public Seat fromString(String title) {
            throw new UnsupportedOperationException("chosen, never written");
        }
    }
}
