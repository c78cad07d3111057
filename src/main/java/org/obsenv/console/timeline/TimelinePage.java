package org.obsenv.console.timeline;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.acting.EndingStrip;
import org.obsenv.console.acting.EndingTexts;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** What ran when above, what differs between any two of it below. */
public final class TimelinePage extends VBox {
    /** Of the page's height, how much the difference has. */
    private static final double DIFFERENCE_SHARE = 0.36;

    private final TimelineViewModel model;
    private final HandoverPane handedOver;

    /** @param endings puts how an act ended into words */
    public TimelinePage(
            TimelineViewModel model,
            ActsViewModel acts,
            HandoverViewModel handover,
            EndingTexts endings,
            Clipboard clipboard) {
        this.model = model;
        this.handedOver = new HandoverPane(handover, clipboard);
        setId("timeline");
        Label title = Nodes.label("", "verdict");
        title.setId("timeline-title");
        // Beside the buttons there is not always room for a line, and what runs now stands at its end.
        Label sub = Nodes.wrapped("", "sub");
        sub.setId("timeline-sub");
        VBox headline = new VBox(title, sub);
        headline.getStyleClass().add("headline");
        HBox.setHgrow(headline, Priority.ALWAYS);
        Button toHandover = Nodes.button(handover.words().text("page.open"), handover::open);
        toHandover.setId("handover-open");
        HBox head = new HBox(headline, new ActBar(acts, model.words(), toHandover));
        head.getStyleClass().add("head");
        Label warning = Nodes.wrapped("", "strip-text");
        warning.setId("timeline-warning");
        VBox strip = new VBox(warning);
        strip.getStyleClass().addAll("strip", "strip-warn");
        TurnTable table = new TurnTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        EndingStrip ending = new EndingStrip("timeline-ending", Words.of("console"), clipboard, acts::dismiss);
        acts.endingProperty().subscribe(each -> ending.show(each.map(endings::of)));
        NightBar bar = new NightBar();
        model.spansProperty().subscribe(bar::show);
        VBox upper = new VBox(head, strip, ending, bar, table);
        upper.getStyleClass().add("page");
        VBox.setVgrow(upper, Priority.ALWAYS);
        DifferencePane difference = new DifferencePane(model.difference(), model.words());
        difference.prefHeightProperty().bind(heightProperty().multiply(DIFFERENCE_SHARE));
        difference.minHeightProperty().bind(difference.prefHeightProperty());
        VBox.setVgrow(handedOver, Priority.ALWAYS);
        getChildren().addAll(upper, difference, handedOver);
        handover.stateProperty().subscribe(state -> {
            boolean isClosed = state instanceof HandoverState.Closed;
            boolean wasOpen = handedOver.isVisible();
            Nodes.show(upper, isClosed);
            Nodes.show(difference, isClosed);
            Nodes.show(handedOver, !isClosed);
            if (isClosed && wasOpen) {
                toHandover.requestFocus();
            }
        });
        acts.stateProperty().subscribe(state -> {
            if (state instanceof ActState.Returning || state instanceof ActState.Marking) {
                // The button that was pressed is disabled now; the keyboard would land on whatever comes next.
                table.requestFocus();
            }
        });
        model.lookProperty().subscribe(look -> {
            title.setText(look.title());
            sub.setText(look.sub());
            warning.setText(look.warning());
            Nodes.show(strip, !look.warning().isEmpty());
        });
    }

    /** The page in plain text. */
    public String asText() {
        return handedOver.isVisible() ? handedOver.asText() : model.asText();
    }
}
