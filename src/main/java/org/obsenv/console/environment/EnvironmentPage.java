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
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/**
 * The first page: verdict, the primary action, strips, filter, table. Actions, strips and what stands beside the age of
 * the look are given by the shell.
 */
public final class EnvironmentPage extends VBox {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final Label verdict = Nodes.wrapped("", "verdict");
    private final Label sub = Nodes.label("", "sub");
    private final Mark mark = new Mark(Mark.Shape.UNKNOWN);
    private final VBox alarms = new VBox();
    private final Optional<? extends Node> second;
    private final FilterBar bar;
    private final PackageTable table;

    /**
     * @param second a further action, beside the primary one while that does not count down
     * @param beside what stands beside the age of the look
     */
    public EnvironmentPage(
            EnvironmentViewModel model,
            Words words,
            Clipboard clipboard,
            Optional<? extends Node> second,
            Node action,
            Optional<? extends Node> beside,
            List<Node> strips) {
        Button copy = Nodes.signButton(Feather.COPY, words.text("copy.page"), () -> clipboard.copy(model.asText()));
        copy.setId("copy-page");
        bar = new FilterBar(model, words, beside, copy);
        table = new PackageTable(model, words);
        setId("environment");
        getStyleClass().add("page");
        verdict.setId("verdict");
        sub.setId("sub");
        mark.getStyleClass().add("verdict-mark");
        HBox first = new HBox(mark, verdict);
        first.getStyleClass().add("verdict-row");
        first.setAlignment(Pos.CENTER_LEFT);
        VBox lines = new VBox(first, sub);
        lines.getStyleClass().add("headline");
        HBox.setHgrow(lines, Priority.ALWAYS);
        this.second = second;
        HBox actions = new HBox();
        second.ifPresent(actions.getChildren()::add);
        actions.getChildren().add(action);
        actions.getStyleClass().add("head-actions");
        actions.setAlignment(Pos.CENTER_RIGHT);
        HBox head = new HBox(lines, actions);
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
        // One line, so that the table keeps its place: the reasons of what is unknown are worth more than that.
        sub.setWrapText(unknown);
        sub.setMinHeight(unknown ? USE_PREF_SIZE : USE_COMPUTED_SIZE);
        Hint.give(sub, headline.sub());
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
        second.ifPresent(each -> Nodes.show(each, !needed));
        verdict.setWrapText(!needed);
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
