package org.obsenv.console.timeline;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;

/** What ran when above, what differs between any two of it below. */
public final class TimelinePage extends VBox {
    /** Of the page's height, how much the difference has. */
    private static final double DIFFERENCE_SHARE = 0.36;

    private final TurnTable table;

    public TimelinePage(TimelineViewModel model) {
        setId("timeline");
        Label title = Nodes.label("", "verdict");
        title.setId("timeline-title");
        Label sub = Nodes.label("", "sub");
        sub.setId("timeline-sub");
        VBox headline = new VBox(title, sub);
        headline.getStyleClass().add("headline");
        HBox.setHgrow(headline, Priority.ALWAYS);
        HBox head = new HBox(headline);
        head.getStyleClass().add("head");
        Label warning = Nodes.wrapped("", "strip-text");
        warning.setId("timeline-warning");
        VBox strip = new VBox(warning);
        strip.getStyleClass().addAll("strip", "strip-warn");
        table = new TurnTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox upper = new VBox(head, strip, table);
        upper.getStyleClass().add("page");
        VBox.setVgrow(upper, Priority.ALWAYS);
        DifferencePane difference = new DifferencePane(model.difference(), model.words());
        difference.prefHeightProperty().bind(heightProperty().multiply(DIFFERENCE_SHARE));
        difference.minHeightProperty().bind(difference.prefHeightProperty());
        getChildren().addAll(upper, difference);
        model.lookProperty().subscribe(look -> {
            title.setText(look.title());
            sub.setText(look.sub());
            warning.setText(look.warning());
            Nodes.show(strip, !look.warning().isEmpty());
        });
    }

    /** Gives the keyboard to the table. */
    public void focusTable() {
        table.requestFocus();
    }
}
