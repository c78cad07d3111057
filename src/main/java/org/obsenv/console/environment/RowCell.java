package org.obsenv.console.environment;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.Tag;

/** The cells of the table. Each shows one part of a row and is reused for other rows. */
abstract class RowCell extends TableCell<PackageRow, PackageRow> {
    private final HBox box = new HBox();

    RowCell(String styleClass) {
        box.getStyleClass().addAll("cell-box", styleClass);
        box.setAlignment(Pos.CENTER_LEFT);
        setText(null);
    }

    abstract void fill(HBox box, PackageRow row);

    @Override
    protected final void updateItem(@Nullable PackageRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        box.getChildren().clear();
        fill(box, row);
        setGraphic(box);
    }

    /** Shape and word. */
    static final class State extends RowCell {
        State() {
            super("state");
        }

        @Override
        void fill(HBox box, PackageRow row) {
            Mark.Shape shape = row.state().shape();
            box.getChildren().addAll(new Mark(shape), Nodes.whole(row.word(), "state-word", shape.wordClass()));
        }
    }

    /** The package's name; bold where something differs. */
    static final class Name extends RowCell {
        Name() {
            super("name");
        }

        @Override
        void fill(HBox box, PackageRow row) {
            box.getChildren().add(Nodes.label(row.name(), "package", row.differs() ? "strong" : "plain"));
        }
    }

    /** What runs, with its distance in the colour of its state. */
    static final class Running extends RowCell {
        Running() {
            super("commits");
        }

        @Override
        void fill(HBox box, PackageRow row) {
            add(box, row.running(), row.state().shape().wordClass());
        }
    }

    /** What deploy offers. */
    static final class Deploy extends RowCell {
        Deploy() {
            super("commits");
        }

        @Override
        void fill(HBox box, PackageRow row) {
            add(box, row.deploy(), "waiting-word");
        }
    }

    /** The pin and its age. */
    static final class Pin extends RowCell {
        Pin() {
            super("commits");
        }

        @Override
        void fill(HBox box, PackageRow row) {
            box.getChildren().addAll(Nodes.label(row.pin(), "mono"), Nodes.whole(row.pinAge(), "mono", "faint"));
        }
    }

    /** The newest change; its author and age are never cut off. */
    static final class Change extends RowCell {
        Change() {
            super("change");
        }

        @Override
        void fill(HBox box, PackageRow row) {
            Label subject = Nodes.label(row.change(), "package", row.differs() && row.isOffBase() ? "plain" : "dim");
            Label by = Nodes.label(row.changeBy(), "package", "faint");
            by.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            by.setMaxWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            box.getChildren().addAll(subject, by);
        }
    }

    /** What asks for attention. */
    static final class Attention extends RowCell {
        Attention() {
            super("attention");
        }

        @Override
        void fill(HBox box, PackageRow row) {
            row.attention().stream().map(Tag::label).forEach(box.getChildren()::add);
        }
    }

    private static void add(HBox box, PackageRow.Commits commits, String countClass) {
        box.getChildren().add(Nodes.label(commits.text(), "mono", commits.quiet() ? "faint" : "plain"));
        addCount(box, commits.ahead(), countClass);
        addCount(box, commits.behind(), countClass);
    }

    private static void addCount(HBox box, String count, String countClass) {
        if (!count.isEmpty()) {
            box.getChildren().add(Nodes.whole(count, "mono", countClass));
        }
    }
}
