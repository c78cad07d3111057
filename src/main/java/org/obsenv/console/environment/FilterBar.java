package org.obsenv.console.environment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.environment.EnvironmentViewModel.Segment;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Filter and segments over the table, and how old the look is. */
final class FilterBar extends HBox {
    private final EnvironmentViewModel model;
    private final Words words;
    private final CustomTextField filter = new CustomTextField();
    private final Map<Segment, ToggleButton> toggles = new EnumMap<>(Segment.class);

    /**
     * @param beside what stands beside the age of the look
     * @param last what stands at the end
     */
    FilterBar(EnvironmentViewModel model, Words words, Optional<? extends Node> beside, Node last) {
        this.model = model;
        this.words = words;
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        filter.setId("filter");
        filter.setPromptText(words.text("filter.prompt"));
        filter.setAccessibleText(words.text("filter.prompt"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        Button clear = Nodes.signButton(Feather.X, words.text("filter.clear"), filter::clear);
        clear.getStyleClass().add("in-field");
        clear.setFocusTraversable(false);
        filter.setLeft(Nodes.icon(Feather.SEARCH, 1));
        filter.setRight(clear);
        clear.visibleProperty().bind(filter.textProperty().isNotEmpty());
        Label refreshed = Nodes.whole("", "dim");
        refreshed.textProperty().bind(model.refreshedProperty());
        getChildren().addAll(filter, segments(), Nodes.spring());
        beside.ifPresent(getChildren()::add);
        getChildren().addAll(refreshed, last);
        model.rows().addListener((ListChangeListener<PackageRow>) change -> count());
        count();
    }

    private SegmentedButton segments() {
        SegmentedButton segments = new SegmentedButton();
        segments.setAccessibleText(words.text("segment.name"));
        ToggleGroup group = new ToggleGroup();
        segments.setToggleGroup(group);
        for (Segment each : Segment.values()) {
            ToggleButton toggle = new ToggleButton();
            toggle.setMnemonicParsing(false);
            toggle.setMinWidth(USE_PREF_SIZE);
            toggle.setUserData(each);
            // Into the group only the control's skin puts it: until then the group cannot select it.
            toggle.setSelected(each == model.segmentProperty().get());
            toggles.put(each, toggle);
            segments.getButtons().add(toggle);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                // One segment is always chosen: a click on it again changes nothing.
                group.selectToggle(before);
            } else {
                model.segmentProperty().set((Segment) now.getUserData());
            }
        });
        model.segmentProperty().subscribe(segment -> group.selectToggle(toggles.get(segment)));
        return segments;
    }

    private void count() {
        toggles.forEach((segment, toggle) -> {
            String text =
                    switch (segment) {
                        case ALL -> words.text("segment.all", "n", model.count(segment));
                        case DIFFER -> words.text("segment.differ", "n", model.count(segment));
                        case ATTENTION -> words.text("segment.attention", "n", model.count(segment));
                    };
            toggle.setText(text);
            toggle.setAccessibleText(text);
        });
    }

    /** Puts the keyboard into the filter. */
    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }
}
