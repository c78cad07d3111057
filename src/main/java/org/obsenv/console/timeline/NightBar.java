package org.obsenv.console.timeline;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;

/** The night so far as a bar: how long each was live, in proportion. */
final class NightBar extends Region {
    private static final double HEIGHT = 1.75;
    private static final double GAP = 2;

    /** However short something was live, it is to be seen. */
    private static final double LEAST = 5;

    private List<NightSpan> spans = List.of();

    NightBar() {
        setId("night-bar");
        setMinHeight(Nodes.em(HEIGHT));
        setMaxHeight(Nodes.em(HEIGHT));
    }

    void show(List<NightSpan> fresh) {
        Nodes.show(this, !fresh.isEmpty());
        if (fresh.equals(spans)) {
            return;
        }
        spans = fresh;
        getChildren().setAll(fresh.stream().map(NightBar::label).toList());
        setAccessibleText(fresh.stream().map(NightSpan::hint).collect(Collectors.joining("\n")));
    }

    private static Label label(NightSpan span) {
        Label label = Nodes.label(span.label(), "span");
        label.getStyleClass()
                .add(
                        switch (span.kind()) {
                            case DEPLOY -> "span-deploy";
                            case BASE -> "span-base";
                            case UNKNOWN -> "span-unknown";
                        });
        if (span.isNow()) {
            label.getStyleClass().add("span-now");
        }
        label.setAlignment(Pos.CENTER);
        label.setMinWidth(0);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        Hint.give(label, span.hint());
        return label;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - GAP * (spans.size() - 1) - LEAST * spans.size();
        double x = 0;
        for (int i = 0; i < spans.size(); i++) {
            double width = Math.max(0, room) * spans.get(i).share() + LEAST;
            Label label = (Label) getChildren().get(i);
            layoutInArea(label, x, 0, width, getHeight(), 0, HPos.CENTER, VPos.CENTER);
            x += width + GAP;
        }
    }
}
