package org.obsenv.console.signoff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.signoff.Step;

/**
 * The ladder: a bar over each step, coloured as far as it is climbed. Where it stands, and what speaks against it, has a
 * shape too: in the red theme all bars are red.
 */
final class LadderPane extends GridPane {
    private static final double WHOLE = 100;

    private final Consumer<Form> open;

    /** @param open puts what is recorded of a step into the page */
    LadderPane(Consumer<Form> open) {
        this.open = open;
        setId("ladder");
        getStyleClass().add("ladder");
    }

    void show(List<LeadPage.Rung> rungs, Map<Step, Form> forms) {
        getChildren().clear();
        getColumnConstraints().clear();
        for (int i = 0; i < rungs.size(); i++) {
            // All steps get the same share of the width, whatever their words.
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(WHOLE / rungs.size());
            getColumnConstraints().add(share);
            add(rung(rungs.get(i), Optional.ofNullable(forms.get(rungs.get(i).step()))), i, 0);
        }
    }

    private VBox rung(LeadPage.Rung rung, Optional<Form> form) {
        Region bar = new Region();
        bar.getStyleClass().add("rung-bar");
        VBox box = new VBox(bar, title(rung), Nodes.wrapped(rung.detail(), "dim", "rung-detail"));
        box.getStyleClass().addAll("rung", rung.reach().styleClass());
        box.setAccessibleText(rung.title() + " " + rung.detail());
        form.ifPresent(each -> {
            Hyperlink record = new Hyperlink(each.opens());
            record.setId(each.id() + "-open");
            record.getStyleClass().add("rung-record");
            record.setAccessibleText(each.title() + " " + each.opens());
            record.setOnAction(event -> open.accept(each));
            box.getChildren().add(record);
        });
        return box;
    }

    private static Label title(LeadPage.Rung rung) {
        Label title = Nodes.wrapped(rung.title(), "strong", "rung-title");
        switch (rung.reach()) {
            case NOW -> title.setGraphic(new Mark(Mark.Shape.AHEAD));
            case AGAINST -> title.setGraphic(new Mark(Mark.Shape.DIVERGED));
            case DONE, AHEAD -> {}
        }
        return title;
    }
}
