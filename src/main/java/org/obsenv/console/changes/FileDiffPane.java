package org.obsenv.console.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.diff.DiffRow;
import org.obsenv.domain.diff.DiffRows;
import org.obsenv.domain.diff.DiffSearch;
import org.obsenv.domain.diff.WhiteSpace;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/**
 * One file's diff: what is to be said of the file, its rows, and the search in them. {@code n} and {@code N} go to the
 * next change and back, {@code w} is about white space, {@code s} about sides, {@code f} about folds.
 */
public final class FileDiffPane extends VBox {
    private static final double SLIDE_LETTERS = 8;

    private final DiffViewModel model;
    private final Words words;
    private final Clipboard clipboard;
    private final DiffInks inks;
    private final DiffLines lines;
    private final VBox notes = new VBox();
    private final DiffFindBar findBar;
    private final ScrollBar slider = new ScrollBar();

    public FileDiffPane(DiffViewModel model, Words words, Clipboard clipboard) {
        this.model = model;
        this.words = words;
        this.clipboard = clipboard;
        this.inks = new DiffInks();
        this.lines = new DiffLines(model, inks, words);
        this.findBar = new DiffFindBar(model, words, this::stepFind, this::closeFind);
        getStyleClass().add("diff-pane");
        notes.getStyleClass().add("diff-notes");
        Nodes.show(findBar, false);
        slider.setId("diff-slider");
        slider.setAccessibleText(words.text("changes.slider"));
        lines.slidProperty().bindBidirectional(slider.valueProperty());
        StackPane stack = new StackPane(lines, inks);
        stack.getStyleClass().add("diff-lines");
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(notes, findBar, stack, slider);
        model.askedProperty().subscribe(this::tell);
        model.shownProperty().subscribe(now -> tell(model.askedProperty().get()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        lines.addEventFilter(ScrollEvent.SCROLL, this::slid);
        lines.needsLayoutProperty().subscribe(isNeeded -> {
            if (!isNeeded) {
                measure();
            }
        });
        inks.onChange(this::dressed);
        dressed();
    }

    private void dressed() {
        lines.setFixedCellSize(inks.lineHeight());
        lines.refresh();
    }

    /** The pane that the target stands in, or that it is. */
    public static Optional<FileDiffPane> around(EventTarget target) {
        @Nullable Node each = target instanceof Node node ? node : null;
        while (each != null && !(each instanceof FileDiffPane)) {
            each = each.getParent();
        }
        return each instanceof FileDiffPane pane ? Optional.of(pane) : Optional.empty();
    }

    /** The pane that is in sight where the target is, if one is. */
    public static Optional<FileDiffPane> beside(EventTarget target) {
        return target instanceof Node node && node.getScene() != null
                ? node.getScene().getRoot().lookupAll(".diff-pane").stream()
                        .filter(each -> each instanceof FileDiffPane && Nodes.isShown(each))
                        .map(FileDiffPane.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    /** New controls for the head above the pane. */
    public Node controls() {
        return DiffControls.inWords(model, words, this::find);
    }

    /** The same as signs, for a head with little room. */
    public Node smallControls() {
        return DiffControls.inSigns(model, words, this::find);
    }

    /** Shows a file's diff, or that it is being read, or why it cannot be. */
    public void show(Asked<FileDiff> asked) {
        model.show(asked);
    }

    private void tell(Asked<FileDiff> asked) {
        List<String> said = new ArrayList<>();
        switch (asked) {
            case Asked.Not<FileDiff> not -> lines.say("");
            case Asked.Waiting<FileDiff> waiting -> lines.say(words.text("changes.diff.reading"));
            case Asked.Answered<FileDiff>(Known.Unknown<FileDiff>(String why)) ->
                lines.say(words.text("changes.unreadable", "why", Visible.line(why)));
            case Asked.Answered<FileDiff>(Known.Value<FileDiff>(FileDiff diff)) -> {
                said.addAll(diff.notes());
                lines.say(diff.lines().isPresent() ? "" : words.text("changes.diff.no-lines"));
                model.shownProperty().get().ifPresent(shown -> said.addAll(remarks(shown.rows())));
            }
        }
        notes.getChildren().setAll(said.stream().map(FileDiffPane::note).toList());
        Nodes.show(notes, !said.isEmpty());
    }

    private List<String> remarks(DiffRows rows) {
        List<String> said = new ArrayList<>();
        if (rows.comparison().isCoarse()) {
            said.add(words.text("changes.diff.coarse"));
        }
        if (rows.edits() == 0) {
            said.add(words.text(
                    rows.comparison().white() == WhiteSpace.IGNORED ? "changes.diff.only-white" : "changes.diff.same"));
        }
        return said;
    }

    private static Label note(String text) {
        return Nodes.wrapped(text, "diff-note");
    }

    /** Goes to the next change of the file; past the last it stays. */
    public void nextChange() {
        rows().ifPresent(rows -> goToEdit(rows, rows.editAfter(lines.row())));
    }

    /** Goes to the change before; at the first it stays. */
    public void previousChange() {
        rows().ifPresent(rows -> goToEdit(rows, rows.editAfter(lines.row() - 1) - 1));
    }

    private void goToEdit(DiffRows rows, int edit) {
        if (edit >= 0 && edit < rows.edits()) {
            lines.go(rows.rowOfEdit(edit));
        }
    }

    private Optional<DiffRows> rows() {
        return model.shownProperty().get().map(DiffViewModel.Shown::rows);
    }

    /** Ignores white space, or minds it again. */
    public void toggleWhiteSpace() {
        model.toggleWhiteSpace();
    }

    /** Opens the search. */
    public void find() {
        Nodes.show(findBar, true);
        findBar.focus();
    }

    /** Leaves the search; false when it was not open. */
    public boolean closeFind() {
        boolean wasOpen = findBar.isVisible();
        Nodes.show(findBar, false);
        model.find("");
        if (wasOpen) {
            lines.requestFocus();
        }
        return wasOpen;
    }

    private void stepFind(int by) {
        DiffFinds found = model.findsProperty().get();
        if (found.count() == 0 || rows().isEmpty()) {
            return;
        }
        DiffFinds next = found.current() < 0 && by > 0 ? found.from(newLineAt(lines.row())) : found.step(by);
        model.at(next);
        next.hit().ifPresent(this::goToHit);
    }

    private int newLineAt(int row) {
        return row < 0 ? 0 : rows().map(rows -> rows.row(row).after()).orElse(0);
    }

    private void goToHit(DiffSearch.Hit hit) {
        rows().ifPresent(rows -> {
            int row = rows.rowOf(hit.before(), hit.after());
            if (rows.row(row).kind() == DiffRow.Kind.FOLD) {
                model.unfold(row);
            }
        });
        rows().ifPresent(rows -> lines.go(rows.rowOf(hit.before(), hit.after())));
    }

    /** Copies the chosen lines, without numbers and signs; false when none is chosen. */
    public boolean copy() {
        String text = lines.chosenLines();
        if (text.isEmpty()) {
            return false;
        }
        clipboard.copy(text);
        return true;
    }

    /** A letter that means something here; false when it does not. */
    public boolean typed(String letter) {
        switch (letter) {
            case "n" -> nextChange();
            case "N" -> previousChange();
            case "w" -> model.toggleWhiteSpace();
            case "s" -> model.toggleLayout();
            case "f" -> model.toggleFolds();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            slide((event.getCode() == KeyCode.LEFT ? -SLIDE_LETTERS : SLIDE_LETTERS) * inks.letter());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            if (event.getTarget() == lines
                    && lines.unfold(lines.getSelectionModel().getSelectedIndex())) {
                event.consume();
            }
        }
    }

    private void slid(ScrollEvent event) {
        double by = event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (by != 0 && Math.abs(by) > Math.abs(event.isShiftDown() ? 0 : event.getDeltaY())) {
            slide(-by);
            event.consume();
        }
    }

    private void slide(double by) {
        slider.setValue(Math.clamp(slider.getValue() + by, 0, slider.getMax()));
    }

    /** The slider reaches as far as the longest line that was in sight so far. */
    private void measure() {
        double overflow = lines.overflow();
        double most = Math.max(slider.getValue(), overflow);
        slider.setMax(Math.max(0, most));
        slider.setVisibleAmount(
                slider.getMax() == 0
                        ? 1
                        : Math.max(1, slider.getMax() * lines.getWidth() / (lines.getWidth() + slider.getMax())));
        boolean isWanted = most > 1;
        if (slider.isVisible() != isWanted) {
            slider.setVisible(isWanted);
        }
    }
}
