package org.obsenv.console.changes;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** The detail of the chosen package at the foot of the page: commits or files at the left, one file's diff at the right. */
public final class ChangesDrawer extends SplitPane {
    private static final double LEFT_SHARE = 0.39;

    /** So wide that a package's name, its range and the tabs stand side by side. */
    private static final double LEFT_LEAST = 556;

    private final ChangesViewModel model;
    private final Words words;
    private final InstantSource clock;
    private final CommitRows rows;
    private final ChangeTexts texts;
    private final Label name = Nodes.whole("", "strong", "drawer-title");
    private final Label range = Nodes.label("", "dim", "drawer-range");
    private final ToggleButton commitsTab = tab("commits-tab");
    private final ToggleButton filesTab = tab("files-tab");
    private final CommitList commits;
    private final ListView<FileChange> files = new ListView<>();
    private final Label filesEmpty = Nodes.wrapped("", "dim");
    private final Label path = Nodes.label("", "mono");
    private final Label counts = Nodes.whole("", "dim");
    private final FileDiffPane diff;
    private boolean choosing;

    /**
     * @param close hides the drawer
     * @param action what else may be done with the package
     */
    public ChangesDrawer(
            ChangesViewModel model,
            Words words,
            InstantSource clock,
            Outward outward,
            Runnable close,
            Optional<Node> action) {
        this.model = model;
        this.words = words;
        this.clock = clock;
        this.rows = new CommitRows(words, outward.tickets());
        this.texts = new ChangeTexts(words);
        this.diff = new FileDiffPane(model.onShow(), words, outward.clipboard());
        this.commits = new CommitList(words, outward);
        setId("changes");
        getStyleClass().add("drawer");
        setOrientation(Orientation.HORIZONTAL);
        getItems().addAll(left(), right(close, action));
        widthProperty().subscribe(width -> setDividerPositions(Math.max(LEFT_SHARE, LEFT_LEAST / width.doubleValue())));
        model.targetProperty().subscribe(this::showTarget);
        model.commitsProperty().subscribe(this::showCommits);
        model.filesProperty().subscribe(this::showFiles);
        model.chosenProperty().subscribe(this::showChosen);
        model.diffProperty().subscribe(this::showDiff);
    }

    private static ToggleButton tab(String id) {
        ToggleButton tab = new ToggleButton();
        tab.setId(id);
        tab.setMnemonicParsing(false);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.getStyleClass().add("small");
        return tab;
    }

    private VBox left() {
        ToggleGroup group = new ToggleGroup();
        SegmentedButton tabs = new SegmentedButton(commitsTab, filesTab);
        tabs.setToggleGroup(group);
        tabs.setAccessibleText(words.text("changes.tabs"));
        commitsTab.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
        HBox head = new HBox(name, range, Nodes.spring(), tabs);
        head.getStyleClass().add("drawer-head");
        head.setAlignment(Pos.CENTER_LEFT);
        files.setId("files");
        files.getStyleClass().add("files");
        files.setAccessibleText(words.text("changes.files.name"));
        files.setCellFactory(list -> new FileCell());
        files.setPlaceholder(filesEmpty);
        files.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (now != null && !choosing) {
                model.choose(now);
            }
        });
        commitsTab.selectedProperty().subscribe(chosen -> {
            Nodes.show(commits, chosen);
            Nodes.show(files, !chosen);
        });
        StackPane lists = new StackPane(commits, files);
        VBox.setVgrow(lists, Priority.ALWAYS);
        VBox left = new VBox(head, lists);
        left.setMinWidth(260);
        return left;
    }

    private VBox right(Runnable close, Optional<Node> action) {
        Button before = Nodes.signButton(Feather.CHEVRON_LEFT, words.text("changes.file-before"), () -> model.step(-1));
        Button after = Nodes.signButton(Feather.CHEVRON_RIGHT, words.text("changes.file-after"), () -> model.step(1));
        Button hide = Nodes.signButton(Feather.X, words.text("changes.close"), close);
        hide.setId("changes-close");
        HBox head = new HBox(path, counts, Nodes.spring(), diff.smallControls(), before, after, hide);
        action.ifPresent(each -> head.getChildren().add(head.getChildren().size() - 1, each));
        head.getStyleClass().add("drawer-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(diff, Priority.ALWAYS);
        VBox right = new VBox(head, diff);
        right.setMinWidth(300);
        return right;
    }

    private void showTarget(ChangeTarget target) {
        name.setText(texts.name(target));
        range.setText(texts.range(target));
        String said = texts.said(target);
        commits.say(said);
        filesEmpty.setText(said);
    }

    private void showCommits(Asked<CommitRange> asked) {
        switch (asked) {
            case Asked.Not<CommitRange> not ->
                commits.say(texts.said(model.targetProperty().get()));
            case Asked.Waiting<CommitRange> waiting -> commits.say(words.text("changes.commits.reading"));
            case Asked.Answered<CommitRange>(Known.Unknown<CommitRange>(String why)) ->
                commits.say(words.text("changes.unreadable", "why", Visible.line(why)));
            case Asked.Answered<CommitRange>(Known.Value<CommitRange>(CommitRange found)) -> {
                if (model.targetProperty().get() instanceof ChangeTarget.Between between) {
                    commits.show(between.name(), rows.rows(found, between.pin(), clock.instant()));
                }
            }
        }
        commitsTab.setText(texts.commitCount(asked));
        commitsTab.setAccessibleText(commitsTab.getText());
    }

    /** Copies the full id of the commit that has the keyboard; false when none has. */
    public boolean copyCommit() {
        return commits.copyIfFocused();
    }

    private void showFiles(Asked<List<FileChange>> asked) {
        choosing = true;
        switch (asked) {
            case Asked.Not<List<FileChange>> not ->
                sayOfFiles(texts.said(model.targetProperty().get()));
            case Asked.Waiting<List<FileChange>> waiting -> sayOfFiles(words.text("changes.files.reading"));
            case Asked.Answered<List<FileChange>>(Known.Unknown<List<FileChange>>(String why)) ->
                sayOfFiles(words.text("changes.unreadable", "why", Visible.line(why)));
            case Asked.Answered<List<FileChange>>(Known.Value<List<FileChange>>(List<FileChange> found)) -> {
                filesEmpty.setText(words.text("changes.files.none"));
                files.getItems().setAll(found);
            }
        }
        choosing = false;
        filesTab.setText(texts.fileCount(asked));
        filesTab.setAccessibleText(filesTab.getText());
    }

    private void sayOfFiles(String text) {
        files.getItems().clear();
        filesEmpty.setText(text);
    }

    private void showChosen(Optional<FileChange> file) {
        path.setText(file.map(each -> Visible.line(each.path())).orElse(""));
        counts.setText(file.map(texts::lines).orElse(""));
        choosing = true;
        file.ifPresent(each -> files.getSelectionModel().select(each));
        choosing = false;
    }

    private void showDiff(Asked<FileDiff> asked) {
        diff.show(asked);
    }

    private final class FileCell extends ListCell<FileChange> {
        FileCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable FileChange file, boolean empty) {
            super.updateItem(file, empty);
            setText(null);
            if (empty || file == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            HBox box = new HBox(
                    Nodes.label(texts.path(file), "mono"), Nodes.spring(), Nodes.whole(texts.lines(file), "dim"));
            box.getStyleClass().add("file-row");
            box.setAlignment(Pos.CENTER_LEFT);
            setGraphic(box);
            setAccessibleText(texts.path(file) + " " + texts.lines(file));
        }
    }
}
