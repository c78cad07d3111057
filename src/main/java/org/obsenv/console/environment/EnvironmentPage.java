package org.obsenv.console.environment;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/**
 * The first page: verdict, the primary action, strips, filter, table. Action, strips and what stands beside the second
 * line are given by the shell.
 */
public final class EnvironmentPage extends VBox {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final Label verdict = Nodes.wrapped("", "verdict");
    private final Label sub = Nodes.wrapped("", "sub");
    private final Mark mark = new Mark(Mark.Shape.UNKNOWN);
    private final VBox alarms = new VBox();
    private final Button copy;
    private final Optional<? extends Node> second;
    private final FilterBar bar;
    private final PackageTable table;

    /**
     * @param second a further action, beside the primary one while that does not count down
     * @param beside what stands at the end of the second line
     */
    public EnvironmentPage(
            EnvironmentViewModel model,
            Words words,
            Clipboard clipboard,
            Optional<? extends Node> second,
            Node action,
            Optional<? extends Node> beside,
            List<Node> strips) {
        bar = new FilterBar(model, words);
        table = new PackageTable(model, words);
        setId("environment");
        getStyleClass().add("page");
        verdict.setId("verdict");
        sub.setId("sub");
        mark.getStyleClass().add("verdict-mark");
        HBox first = new HBox(mark, verdict);
        first.getStyleClass().add("verdict-row");
        first.setAlignment(Pos.CENTER_LEFT);
        HBox under = new HBox(sub);
        under.getStyleClass().add("sub-row");
        under.setAlignment(Pos.BASELINE_LEFT);
        beside.ifPresent(under.getChildren()::add);
        VBox lines = new VBox(first, under);
        lines.getStyleClass().add("headline");
        HBox.setHgrow(lines, Priority.ALWAYS);
        copy = Nodes.signButton(Feather.COPY, words.text("copy.page"), () -> clipboard.copy(model.asText()));
        copy.setId("copy-page");
        this.second = second;
        HBox head = new HBox(lines, copy);
        second.ifPresent(head.getChildren()::add);
        head.getChildren().add(action);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.TOP_LEFT);
        alarms.getStyleClass().addAll("strip", "strip-warn");
        alarms.setId("alarms");
        VBox strip = new VBox();
        strip.getStyleClass().add("strips");
        strip.getChildren().addAll(strips);
        strip.getChildren().add(alarms);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head, strip, bar, table);
        model.headlineProperty().subscribe(this::show);
        model.problems().addListener((ListChangeListener<String>) change -> showAlarms(model.problems()));
        showAlarms(model.problems());
    }

    private void show(Headline headline) {
        boolean unknown = headline.mood() == Headline.Mood.UNKNOWN;
        verdict.setText(headline.verdict());
        verdict.pseudoClassStateChanged(UNKNOWN, unknown);
        Nodes.show(mark, unknown);
        sub.setText(headline.sub());
    }

    private void showAlarms(List<String> problems) {
        Nodes.show(alarms, !problems.isEmpty());
        alarms.getChildren()
                .setAll(problems.stream()
                        .map(each -> {
                            Label text = Nodes.wrapped(each, "strip-text");
                            HBox.setHgrow(text, Priority.ALWAYS);
                            HBox row = new HBox(new Mark(Mark.Shape.AHEAD), text);
                            row.getStyleClass().add("strip-row");
                            row.setAlignment(Pos.CENTER_LEFT);
                            return row;
                        })
                        .toList());
    }

    /** While the action needs more room, the headline gives it: what stands below must not jump. */
    public void makeRoom(boolean needed) {
        Nodes.show(copy, !needed);
        second.ifPresent(each -> Nodes.show(each, !needed));
        verdict.setWrapText(!needed);
        sub.setWrapText(!needed);
    }

    /** Puts the keyboard into the filter. */
    public void focusFilter() {
        bar.focusFilter();
    }

    /** Puts the keyboard into the table. */
    public void focusTable() {
        table.requestFocus();
    }
}
