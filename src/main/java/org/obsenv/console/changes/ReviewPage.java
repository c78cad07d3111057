package org.obsenv.console.changes;

import java.time.InstantSource;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.Known;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Packages that differ, their commits and files, and one file's diff, from left to right. */
public final class ReviewPage extends SplitPane {
    private static final double PACKAGES_SHARE = 0.155;
    private static final double COMMITS_SHARE = 0.3;

    /** Of the column's height, how much the commits have at most. */
    private static final double LIST_SHARE = 0.52;

    private static final double ROW = 6;

    private final ReviewViewModel model;
    private final Words words;
    private final InstantSource clock;
    private final ReviewTexts texts;
    private final ReviewRows rows;
    private final DifferingList packages;
    private final CommitList commits;
    private final FileList files;
    private final FileDiffPane diff;
    private final Label range = Nodes.label("", "strong", "drawer-title");
    private final Label commitCount = Nodes.whole("", "dim");
    private final Label filesTitle = Nodes.label("", "strong", "drawer-title");
    private final Label fileCount = Nodes.whole("", "dim");
    private final Label problem = Nodes.wrapped("", "dim", "review-problem");
    private final Label path = Nodes.label("", "mono");
    private final Hyperlink whole = new Hyperlink();
    private boolean filling;

    public ReviewPage(ReviewViewModel model, Words words, InstantSource clock, Outward outward) {
        this.model = model;
        this.words = words;
        this.clock = clock;
        this.texts = new ReviewTexts(words);
        this.rows = new ReviewRows(words, outward.tickets());
        this.packages = new DifferingList(model, words);
        this.commits = new CommitList(words, outward);
        this.files = new FileList(words, model.files()::choose, model::isViewed);
        this.diff = new FileDiffPane(model.files().onShow(), words, outward.clipboard());
        setId("review");
        getStyleClass().add("review");
        commits.setId("review-commits");
        commits.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        files.setId("review-files");
        diff.setId("review-diff");
        getItems().addAll(packages, middle(), right());
        widthProperty().subscribe(width -> {
            double all = Math.max(1, width.doubleValue());
            double first = Math.max(PACKAGES_SHARE, Nodes.em(16) / all);
            setDividerPositions(first, first + Math.max(COMMITS_SHARE, Nodes.em(27) / all));
        });
        follow();
    }

    private VBox middle() {
        range.setId("review-range");
        commitCount.setId("review-count");
        filesTitle.setId("review-files-title");
        fileCount.setId("review-files-count");
        whole.setId("review-whole");
        whole.setText(words.text("review.whole"));
        whole.setMinWidth(USE_PREF_SIZE);
        whole.setOnAction(event -> model.selectAll());
        problem.setId("review-problem");
        HBox head = head(range, Nodes.spring(), commitCount);
        HBox filesHead = head(filesTitle, whole, Nodes.spring(), fileCount);
        filesHead.getStyleClass().add("review-files-head");
        Label keys = Nodes.wrapped(words.text("review.keys"), "dim", "review-keys");
        VBox middle = new VBox(head, commits, filesHead, files, problem, keys);
        middle.getStyleClass().add("review-middle");
        middle.setMinWidth(Nodes.em(22));
        VBox.setVgrow(files, Priority.ALWAYS);
        commits.getItems().addListener((ListChangeListener<CommitRow>) change -> fit(middle));
        middle.heightProperty().subscribe(height -> fit(middle));
        return middle;
    }

    /** The files stand right below few commits; many commits have half of the column and scroll. */
    private void fit(VBox column) {
        double wanted = commits.getItems().isEmpty() ? 2 : commits.getItems().size();
        commits.setPrefHeight(Math.min(wanted * Nodes.em(ROW), column.getHeight() * LIST_SHARE));
        commits.setMinHeight(commits.getPrefHeight());
    }

    private VBox right() {
        HBox head = head(path, Nodes.spring(), diff.controls());
        path.setId("review-path");
        VBox.setVgrow(diff, Priority.ALWAYS);
        VBox right = new VBox(head, diff);
        right.getStyleClass().add("review-diff");
        right.setMinWidth(Nodes.em(18));
        return right;
    }

    private static HBox head(Node... nodes) {
        HBox head = new HBox(nodes);
        head.getStyleClass().add("drawer-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void follow() {
        model.targetProperty().subscribe(target -> showCommits());
        model.packagesProperty().subscribe(all -> showCommits());
        model.reviewProperty().subscribe(review -> showCommits());
        model.minuteProperty().subscribe(now -> showCommits());
        model.spanProperty().subscribe(span -> {
            selectCommits();
            showFilesHead();
        });
        model.files().filesProperty().subscribe(this::showFiles);
        model.files().chosenProperty().subscribe(chosen -> {
            files.select(chosen);
            path.setText(chosen.map(each -> Visible.line(each.path())).orElse(""));
        });
        model.files().diffProperty().subscribe(diff::show);
        model.rememberedProperty().subscribe(remembered -> {
            problem.setText(remembered.problem().map(Visible::line).orElse(""));
            Nodes.show(problem, remembered.problem().isPresent());
            files.refresh();
        });
        commits.getSelectionModel().getSelectedItems().addListener((ListChangeListener<CommitRow>) change -> chosen());
    }

    private void showCommits() {
        filling = true;
        ReviewTarget target = model.targetProperty().get();
        Asked<Review> asked = model.reviewProperty().get();
        range.setText(texts.range(target));
        commitCount.setText(texts.commitCount(asked));
        if (target instanceof ReviewTarget.Between between
                && asked instanceof Asked.Answered<Review>(Known.Value<Review>(Review review))) {
            commits.show(between.name(), rows.rows(between, review, model.isRefused(), clock.instant()));
        } else {
            commits.say(texts.said(target, asked, model.isWaiting()));
        }
        filling = false;
        selectCommits();
        showFilesHead();
    }

    private void chosen() {
        if (!filling) {
            model.select(commits.getSelectionModel().getSelectedItems().stream()
                    .flatMap(row -> row.id().filter(id -> row.isCommit()).stream())
                    .toList());
        }
    }

    private void selectCommits() {
        List<CommitId> wanted =
                model.chosenCommits().stream().map(each -> each.id()).toList();
        List<CommitId> shown = commits.getSelectionModel().getSelectedItems().stream()
                .flatMap(row -> row.id().stream())
                .toList();
        if (filling || wanted.equals(shown)) {
            return;
        }
        filling = true;
        commits.getSelectionModel().clearSelection();
        for (int i = 0; i < commits.getItems().size(); i++) {
            CommitRow row = commits.getItems().get(i);
            if (row.isCommit() && row.id().filter(wanted::contains).isPresent()) {
                commits.getSelectionModel().select(i);
            }
        }
        filling = false;
    }

    private void showFilesHead() {
        filesTitle.setText(
                texts.files(model.spanProperty().get(), model.targetProperty().get()));
        Nodes.show(whole, !(model.spanProperty().get() instanceof CommitSpan.Whole));
    }

    private void showFiles(Asked<List<FileChange>> asked) {
        List<FileChange> all = model.files().all();
        fileCount.setText(all.isEmpty() ? "" : texts.fileCount(all));
        files.show(all, texts.saidOfFiles(asked));
    }

    /** Does what the key means here; false for one that means nothing. */
    public boolean typed(String key) {
        switch (key) {
            case "[" -> model.step(-1);
            case "]" -> model.step(1);
            case "v" -> model.toggleViewed();
            case "a" -> model.selectAll();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Gives the keyboard to the packages. */
    public void focusList() {
        packages.focus();
    }

    /** Copies the full id of the commit that has the keyboard; false when none has. */
    public boolean copyCommit() {
        return commits.copyIfFocused();
    }

    /** The page in plain text: the range and its commits. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        text.append(model.chosenPackage().map(each -> each.text() + " ").orElse(""))
                .append(range.getText())
                .append('\n');
        commits.getItems().forEach(row -> text.append(row.told()).append('\n'));
        model.files().all().forEach(file -> text.append(Visible.line(file.path()))
                .append('\n'));
        return text.toString();
    }
}
