package org.obsenv.console.signoff;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.content.PackageChange;
import org.obsenv.words.ComparisonWords;
import org.obsenv.words.Visible;

/** One package that changed: how, which, from what to what. */
final class PackageChangeCell extends ListCell<PackageChange> {
    private final ComparisonWords said;
    private final Mark mark = new Mark(Mark.Shape.NONE);
    private final Label kind = Nodes.label("", "package-change-kind");
    private final Label name = Nodes.label("", "mono", "package-change-name");
    private final Label versions = Nodes.label("", "mono");
    private final HBox row = new HBox(mark, kind, name, versions);

    PackageChangeCell(ComparisonWords said) {
        this.said = said;
        setPrefWidth(0);
        row.getStyleClass().add("file-row");
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable PackageChange change, boolean empty) {
        super.updateItem(change, empty);
        setText(null);
        if (empty || change == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Mark.Shape shape = shape(change);
        mark.show(shape);
        kind.setText(said.kind(change));
        Nodes.dress(kind, "package-change-kind", shape.wordClass());
        name.setText(Visible.line(change.name()));
        versions.setText(Visible.line(said.versions(change)));
        setGraphic(row);
        setAccessibleText(String.join(" ", kind.getText(), name.getText(), versions.getText()));
    }

    private static Mark.Shape shape(PackageChange change) {
        return switch (change) {
            case PackageChange.Added added -> Mark.Shape.GOOD;
            case PackageChange.Removed removed -> Mark.Shape.DIVERGED;
            case PackageChange.Changed changed ->
                switch (changed.direction()) {
                    case UP -> Mark.Shape.AHEAD;
                    case DOWN -> Mark.Shape.BEHIND;
                    case UNCLEAR -> Mark.Shape.NONE;
                };
        };
    }
}
