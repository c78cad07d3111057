package org.obsenv.console.base;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Which packages, and where a proposal comes from. */
final class BaseBar extends HBox {
    private final BaseViewModel model;
    private final BaseTable table;
    private final Words words;
    private final Map<Segment, ToggleButton> toggles = new EnumMap<>(Segment.class);
    private final HBox columns = new HBox();

    BaseBar(BaseViewModel model, HistoryViewModel history, BaseTable table) {
        this.model = model;
        this.table = table;
        this.words = model.words();
        getStyleClass().add("filter-bar");
        columns.getStyleClass().add("filter-bar");
        columns.setAlignment(Pos.CENTER_LEFT);
        setAlignment(Pos.CENTER_LEFT);
        TextField filter = new TextField();
        filter.setId("base-filter");
        filter.setPromptText(words.text("filter"));
        filter.setAccessibleText(words.text("filter"));
        filter.textProperty().subscribe(table::filter);
        HBox.setHgrow(filter, javafx.scene.layout.Priority.SOMETIMES);
        filter.setMaxWidth(Nodes.em(19));
        Button take = Nodes.button(words.text("import"), this::choose);
        take.setId("base-import");
        Hint.give(take, words.text("import.hint"));
        Button running = Nodes.button(words.text("take-all-running"), model::takeAllRunning);
        running.setId("base-take-running");
        Hint.give(running, words.text("take-all-running.hint"));
        Button past = Nodes.button(words.text("history"), history::toggle);
        past.setId("base-history");
        Button over = Nodes.button(words.text("start-over"), model::startOver);
        over.setId("base-start-over");
        getChildren().addAll(segments(), filter, Nodes.spring(), columns, over, take, running, past);
        model.draftProperty().subscribe(draft -> {
            Nodes.show(over, !draft.isEmpty());
            // Two lists are decided between; their two buttons take its room.
            Nodes.show(running, draft.columns().size() < 2);
            show(draft);
        });
        model.rowsProperty().subscribe(this::count);
    }

    private void choose() {
        model.parts().files().choose(words.text("import.title")).ifPresent(file -> model.importFile(file.toString()));
    }

    /** With two lists that differ: all of one, or all of the other. */
    private void show(Draft draft) {
        columns.getChildren().clear();
        if (draft.columns().size() > 1) {
            for (int i = 0; i < draft.columns().size(); i++) {
                int column = i;
                String file = draft.columns().get(i).list().name();
                Button all = Nodes.button(words.text("take-all", "file", file), () -> model.takeAll(column));
                all.setId("base-take-all-" + i);
                columns.getChildren().add(all);
            }
        }
        Nodes.show(columns, !columns.getChildren().isEmpty());
    }

    private SegmentedButton segments() {
        SegmentedButton segments = new SegmentedButton();
        segments.setAccessibleText(words.text("segment"));
        ToggleGroup group = new ToggleGroup();
        segments.setToggleGroup(group);
        for (Segment each : Segment.values()) {
            ToggleButton toggle = new ToggleButton();
            toggle.setMnemonicParsing(false);
            toggle.setMinWidth(USE_PREF_SIZE);
            toggle.setUserData(each);
            // Into the group only the control's skin puts it: until then the group cannot select it.
            toggle.setSelected(each == Segment.ALL);
            toggles.put(each, toggle);
            segments.getButtons().add(toggle);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                table.show((Segment) now.getUserData());
            }
        });
        return segments;
    }

    private void count() {
        List<BaseRow> rows = model.rowsProperty().get();
        toggles.forEach((segment, toggle) -> {
            long n = rows.stream().filter(segment::holds).count();
            String text =
                    switch (segment) {
                        case ALL -> words.text("segment.all", "n", n);
                        case CHANGES -> words.text("segment.changes", "n", n);
                        case PROBLEMS -> words.text("segment.problems", "n", n);
                    };
            toggle.setText(text);
            toggle.setAccessibleText(text);
        });
    }
}
