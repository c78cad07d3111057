package org.obsenv.console.environment;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.TagRow;

/**
 * The cells of the table. Each shows one part of a row and is reused for other rows, its nodes with it: making and
 * styling them anew at every refresh is what would hold up the FX thread.
 */
abstract class RowCell extends TableCell<PackageRow, PackageRow> {
    private final Region content;

    RowCell(Region content, String styleClass) {
        this.content = content;
        content.getStyleClass().addAll("cell-box", styleClass);
        setText(null);
    }

    private static HBox box(Node... parts) {
        HBox box = new HBox(parts);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    abstract void show(PackageRow row);

    @Override
    protected final void updateItem(@Nullable PackageRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        show(row);
        setGraphic(content);
    }

    /** Shape and word. */
    static final class State extends RowCell {
        private final Mark mark;
        private final Label word;

        State() {
            this(new Mark(Mark.Shape.UNKNOWN), Nodes.whole(""));
        }

        private State(Mark mark, Label word) {
            super(box(mark, word), "state");
            this.mark = mark;
            this.word = word;
        }

        @Override
        void show(PackageRow row) {
            Mark.Shape shape = row.state().shape();
            mark.show(shape);
            word.setText(row.word());
            Nodes.dress(word, "state-word", shape.wordClass());
        }
    }

    /** The package's name; bold where something differs. */
    static final class Name extends RowCell {
        private final Label name;

        Name() {
            this(Nodes.label(""));
        }

        private Name(Label name) {
            super(box(name), "name");
            this.name = name;
        }

        @Override
        void show(PackageRow row) {
            name.setText(row.name());
            Nodes.dress(name, "package", row.differs() ? "strong" : "plain");
        }
    }

    /** A commit and its distance from the pin. */
    abstract static class Commits extends RowCell {
        private final Label text;
        private final List<Label> counts;

        private Commits(Label text, List<Label> counts) {
            super(box(text, counts.get(0), counts.get(1)), "commits");
            this.text = text;
            this.counts = counts;
        }

        Commits() {
            this(Nodes.label(""), List.of(Nodes.whole(""), Nodes.whole("")));
        }

        void show(PackageRow.Commits commits, String countClass) {
            text.setText(commits.text());
            Nodes.dress(text, "mono", commits.quiet() ? "faint" : "plain");
            show(counts.get(0), commits.ahead(), countClass);
            show(counts.get(1), commits.behind(), countClass);
        }

        private static void show(Label label, String count, String countClass) {
            label.setText(count);
            Nodes.dress(label, "mono", countClass);
            Nodes.show(label, !count.isEmpty());
        }
    }

    /** What runs, with its distance in the colour of its state. */
    static final class Running extends Commits {
        @Override
        void show(PackageRow row) {
            show(row.running(), row.state().shape().wordClass());
        }
    }

    /** What deploy offers. */
    static final class Deploy extends Commits {
        @Override
        void show(PackageRow row) {
            show(row.deploy(), "waiting-word");
        }
    }

    /** The pin and its age. */
    static final class Pin extends RowCell {
        private final Label pin;
        private final Label age;

        Pin() {
            this(Nodes.label("", "mono"), Nodes.whole("", "mono", "faint"));
        }

        private Pin(Label pin, Label age) {
            super(box(pin, age), "commits");
            this.pin = pin;
            this.age = age;
        }

        @Override
        void show(PackageRow row) {
            pin.setText(row.pin());
            boolean known = !(row.reading().pin() instanceof org.obsenv.domain.Pin.Unknown);
            Nodes.dress(pin, "mono", known ? "plain" : "faint");
            age.setText(row.pinAge());
        }
    }

    /** The newest change, its author and age never cut off; of an unknown package why it is unknown. */
    static final class Change extends RowCell {
        private final Label subject;
        private final Label who;
        private final Label age;

        Change() {
            this(Nodes.label(""), Nodes.whole("", "package", "faint", "who"), Nodes.whole("", "package", "faint"));
        }

        private Change(Label subject, Label who, Label age) {
            super(box(subject, who, age), "change");
            this.subject = subject;
            this.who = who;
            this.age = age;
        }

        @Override
        void show(PackageRow row) {
            boolean explained = !row.why().isEmpty();
            String tone = row.isKnownToDiffer() ? "plain" : "dim";
            subject.setText(explained ? row.why() : row.change());
            Nodes.dress(subject, "package", explained ? "why" : tone);
            who.setText(explained ? "" : row.changeBy());
            age.setText(explained ? "" : row.changeAge());
        }
    }

    /** What asks for attention. */
    static final class Attention extends RowCell {
        private final TagRow tags;

        Attention() {
            this(new TagRow());
        }

        private Attention(TagRow tags) {
            super(tags, "attention");
            this.tags = tags;
        }

        @Override
        void show(PackageRow row) {
            tags.show(row.attention());
        }
    }
}
