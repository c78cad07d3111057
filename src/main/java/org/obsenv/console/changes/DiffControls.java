package org.obsenv.console.changes;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.diff.Layout;
import org.obsenv.domain.diff.WhiteSpace;
import org.obsenv.words.Words;

/** How a diff is looked at: unified or side by side, with or without white space, and the way into its search. */
final class DiffControls extends HBox {
    private final DiffViewModel model;
    private final Words words;

    private DiffControls(DiffViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("diff-controls");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** In words, where there is room for them. */
    static DiffControls inWords(DiffViewModel model, Words words, Runnable find) {
        DiffControls controls = new DiffControls(model, words);
        ToggleButton unified = toggle("diff-unified", words.text("changes.unified"), words.text("changes.layout.hint"));
        ToggleButton sides = toggle("diff-sides", words.text("changes.sides"), words.text("changes.layout.hint"));
        ToggleGroup group = new ToggleGroup();
        unified.setToggleGroup(group);
        sides.setToggleGroup(group);
        SegmentedButton layouts = new SegmentedButton(unified, sides);
        layouts.setToggleGroup(group);
        layouts.setAccessibleText(words.text("changes.layout.hint"));
        model.layoutProperty().subscribe(now -> group.selectToggle(now == Layout.UNIFIED ? unified : sides));
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                model.layoutProperty().set(now.equals(unified) ? Layout.UNIFIED : Layout.SIDE_BY_SIDE);
            }
        });
        controls.getChildren().addAll(layouts, controls.white(), controls.search(find));
        return controls;
    }

    /** In signs, whose words are in their hints. */
    static DiffControls inSigns(DiffViewModel model, Words words, Runnable find) {
        DiffControls controls = new DiffControls(model, words);
        ToggleButton sides = toggle("diff-sides", words.text("changes.sides"), words.text("changes.layout.hint"));
        sign(sides, Feather.COLUMNS);
        model.layoutProperty().subscribe(now -> sides.setSelected(now == Layout.SIDE_BY_SIDE));
        sides.selectedProperty()
                .subscribe((before, now) -> model.layoutProperty().set(now ? Layout.SIDE_BY_SIDE : Layout.UNIFIED));
        ToggleButton white = controls.white();
        sign(white, Feather.TYPE);
        controls.getChildren().addAll(sides, white, controls.search(find));
        return controls;
    }

    private ToggleButton white() {
        ToggleButton white = toggle("diff-white", words.text("changes.white"), words.text("changes.white.hint"));
        model.whiteProperty().subscribe(now -> white.setSelected(now == WhiteSpace.IGNORED));
        white.selectedProperty()
                .subscribe((before, now) -> model.whiteProperty().set(now ? WhiteSpace.IGNORED : WhiteSpace.SHOWN));
        return white;
    }

    private Node search(Runnable find) {
        return Nodes.signButton(Feather.SEARCH, words.text("changes.find.open"), find);
    }

    private static ToggleButton toggle(String id, String text, String hint) {
        ToggleButton toggle = new ToggleButton(text);
        toggle.setId(id);
        toggle.setMnemonicParsing(false);
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setAccessibleText(text);
        toggle.getStyleClass().add("small");
        Hint.give(toggle, hint);
        return toggle;
    }

    private static void sign(ToggleButton toggle, Feather sign) {
        toggle.setGraphic(Nodes.icon(sign, 1));
        toggle.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
}
