package org.obsenv.console.changes;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.diff.DiffRow;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.Layout;
import org.obsenv.words.Words;

/** The rows of a diff: only those in sight are painted. */
final class DiffLines extends ListView<DiffRow> implements DiffSight {
    /** Rows above one that is gone to. */
    private static final int LEAD = 4;

    private final Words words;
    private final DiffViewModel model;
    private final DiffInks inks;
    private final DoubleProperty slid = new SimpleDoubleProperty();
    private final Label placeholder = Nodes.wrapped("", "dim");
    private Optional<DiffViewModel.Shown> shown = Optional.empty();
    private Optional<DiffLooks> looks = Optional.empty();
    private int digits = 1;
    private int wantedRow = -1;
    private int anchor = -1;

    DiffLines(DiffViewModel model, DiffInks inks, Words words) {
        this.words = words;
        this.model = model;
        this.inks = inks;
        setId("diff");
        getStyleClass().add("diff");
        setAccessibleText(words.text("changes.diff"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(list -> cell());
        setPlaceholder(placeholder);
        model.shownProperty().subscribe(this::show);
        model.findsProperty().subscribe(found -> refresh());
        model.onColoured(this::refresh);
    }

    private DiffCell cell() {
        DiffCell cell = new DiffCell(this, inks, slid);
        cell.setOnMouseClicked(event -> clicked(cell, event));
        cell.setOnMousePressed(event -> anchor = event.isShiftDown() ? anchor : cell.getIndex());
        cell.setOnDragDetected(event -> cell.startFullDrag());
        cell.setOnMouseDragEntered(event -> choose(anchor, cell.getIndex()));
        return cell;
    }

    private void clicked(DiffCell cell, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && !event.isShiftDown()) {
            unfold(cell.getIndex());
        }
    }

    private void choose(int from, int to) {
        int last = getItems().size() - 1;
        if (from >= 0 && from <= last) {
            int end = Math.clamp(to, 0, last);
            getSelectionModel().clearSelection();
            getSelectionModel().selectRange(Math.min(from, end), Math.max(from, end) + 1);
            getFocusModel().focus(end);
        }
    }

    /** Opens the row if it is a fold; false when it is none. */
    boolean unfold(int row) {
        boolean isFold =
                row >= 0 && row < getItems().size() && getItems().get(row).kind() == DiffRow.Kind.FOLD;
        if (isFold) {
            model.unfold(row);
            getSelectionModel().clearAndSelect(row);
        }
        return isFold;
    }

    /** What is said in place of rows. */
    void say(String text) {
        placeholder.setText(text);
    }

    private void show(Optional<DiffViewModel.Shown> now) {
        boolean isSame = now.isPresent()
                && shown.filter(each -> each.diff().equals(now.get().diff())).isPresent();
        Optional<DiffRow> top = isSame ? firstInSight().map(row -> getItems().get(row)) : Optional.empty();
        shown = now;
        looks = now.map(each -> new DiffLooks(words, each.rows().comparison(), each.old(), each.now()));
        digits = now.map(each -> digits(
                        each.rows().comparison().before(),
                        each.rows().comparison().after()))
                .orElse(1);
        slid.set(0);
        if (now.isPresent()) {
            setItems(new DiffRowList(now.get().rows()));
            wantedRow = top.map(row -> now.get().rows().rowOf(row.after() < 0 ? row.before() : -1, row.after()))
                    .orElse(0);
        } else {
            setItems(FXCollections.observableList(List.of()));
        }
        requestLayout();
    }

    private static int digits(FileText before, FileText after) {
        return Integer.toString(Math.max(before.lines(), after.lines())).length();
    }

    /** Only now: to scroll styles a line, and outside a window that is shown its colours are not known. */
    @Override
    protected void layoutChildren() {
        if (wantedRow >= 0) {
            scrollTo(wantedRow);
            wantedRow = -1;
        }
        super.layoutChildren();
    }

    private Optional<VirtualFlow<?>> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    private Optional<Integer> firstInSight() {
        return flow().map(VirtualFlow::getFirstVisibleCell)
                .map(cell -> cell.getIndex())
                .filter(row -> row >= 0 && row < getItems().size());
    }

    /** Chooses the row and brings it in sight, with some rows above it. */
    void go(int row) {
        getSelectionModel().clearAndSelect(row);
        getFocusModel().focus(row);
        anchor = row;
        if (wantedRow >= 0) {
            // Laid out anew, and not painted yet: nothing is in sight.
            wantedRow = Math.max(0, row - LEAD);
            return;
        }
        boolean isInSight = flow().map(flow -> flow.getFirstVisibleCell() != null
                        && flow.getFirstVisibleCell().getIndex() < row
                        && flow.getLastVisibleCell().getIndex() > row + 1)
                .orElse(false);
        if (!isInSight) {
            scrollTo(Math.max(0, row - LEAD));
        }
    }

    /** The row that has the keyboard, or else the first in sight. */
    int row() {
        int chosen = getSelectionModel().getSelectedIndex();
        return chosen >= 0 ? chosen : firstInSight().map(row -> row - 1).orElse(-1);
    }

    /** The widest that words in sight reach beyond their room. */
    double overflow() {
        double most = 0;
        for (Node each : lookupAll(".list-cell")) {
            if (each instanceof DiffCell cell && cell.isVisible()) {
                most = Math.max(most, cell.overflow());
            }
        }
        return most;
    }

    DoubleProperty slidProperty() {
        return slid;
    }

    /** The chosen lines as they are written, without numbers and signs; of a fold nothing. */
    String chosenLines() {
        StringBuilder text = new StringBuilder();
        shown.ifPresent(each -> {
            for (int row : getSelectionModel().getSelectedIndices()) {
                line(each, getItems().get(row))
                        .ifPresent(line -> text.append(line).append('\n'));
            }
        });
        return text.toString();
    }

    private static Optional<String> line(DiffViewModel.Shown each, DiffRow row) {
        FileText before = each.rows().comparison().before();
        FileText after = each.rows().comparison().after();
        return switch (row.kind()) {
            case SAME, ADDED -> Optional.of(after.whole(row.after()));
            case REMOVED -> Optional.of(before.whole(row.before()));
            case CHANGED -> Optional.of(row.after() >= 0 ? after.whole(row.after()) : before.whole(row.before()));
            case FOLD, NO_LINE_FEED -> Optional.empty();
        };
    }

    @Override
    public Layout arranged() {
        return shown.map(each -> each.rows().layout()).orElse(Layout.UNIFIED);
    }

    @Override
    public DiffLooks looks() {
        return looks.orElseThrow();
    }

    @Override
    public DiffFinds finds() {
        return model.findsProperty().get();
    }

    @Override
    public int digits() {
        return digits;
    }

    @Override
    public String remark(DiffRow row) {
        return row.kind() == DiffRow.Kind.FOLD
                ? words.count("changes.fold", row.lines())
                : words.text("changes.no-line-feed");
    }
}
