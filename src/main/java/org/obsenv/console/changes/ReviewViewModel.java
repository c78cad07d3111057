package org.obsenv.console.changes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.changes.HistoryReader;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.domain.changes.RangeHistory;
import org.obsenv.domain.changes.RangeQuestion;
import org.obsenv.domain.changes.ViewedFile;
import org.obsenv.domain.changes.ViewedFiles;
import org.obsenv.words.Words;

/**
 * What differs from base, package by package: its commits, their files, and one file's diff. Read while the page is in
 * front, once for each pair of commits. FX thread.
 */
public final class ReviewViewModel {
    /** How many commits of a side are listed; the rest is counted. */
    static final int COMMIT_LIMIT = 5_000;

    private final ReadingFeed feed;
    private final HistoryReader histories;
    private final Newest commitQuestion;
    private final Newest counterpartQuestion;
    private final FilesViewModel files;
    private final ViewedViewModel viewed;
    private final Words words = Words.of("console");
    private final DifferingTexts differingTexts = new DifferingTexts(words);
    private final ReadOnlyObjectWrapper<List<Differing>> packages = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ReviewTarget> target = new ReadOnlyObjectWrapper<>(new ReviewTarget.None());
    private final ReadOnlyObjectWrapper<Asked<Review>> review = new ReadOnlyObjectWrapper<>(new Asked.Not<>());
    private final ReadOnlyObjectWrapper<CommitSpan> span = new ReadOnlyObjectWrapper<>(new CommitSpan.Whole());
    private Optional<PackageName> chosen = Optional.empty();
    private final ReadOnlyObjectWrapper<Instant> minute = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private boolean isRefused;
    private boolean isInFront;

    public ReviewViewModel(
            ReadingFeed feed,
            HistoryReader histories,
            ChangeReader changes,
            ViewedFiles viewedFiles,
            BackgroundRunner runner) {
        this.feed = feed;
        this.histories = histories;
        this.commitQuestion = new Newest(runner, Lane.CHANGES);
        this.counterpartQuestion = new Newest(runner, Lane.CHANGES);
        this.files = new FilesViewModel(changes, runner);
        this.viewed = new ViewedViewModel(viewedFiles, runner);
        feed.sightProperty().subscribe(this::look);
    }

    /** The page came to the front, or went. */
    public void show(boolean inFront) {
        isInFront = inFront;
        if (inFront) {
            viewed.read();
            look();
        }
    }

    private void look() {
        if (!isInFront) {
            return;
        }
        Sight seen = feed.sight();
        List<Differing> all = seen.shown().map(differingTexts::of).orElseGet(List::of);
        if (!all.equals(packages.get())) {
            packages.set(all);
        }
        boolean isThere = packages.get().stream()
                .anyMatch(each -> Optional.of(each.name()).equals(chosen));
        if (!isThere) {
            chosen = packages.get().stream().findFirst().map(Differing::name);
        }
        Optional<PackageReading> reading = seen.shown().stream()
                .flatMap(each -> each.packages().stream())
                .filter(each -> Optional.of(each.name()).equals(chosen))
                .findFirst();
        isRefused = reading.filter(each -> each.flags().contains(Flag.REFUSED)).isPresent();
        aim(reading);
        seen.shown().map(each -> each.readAt().truncatedTo(ChronoUnit.MINUTES)).ifPresent(now -> {
            if (!now.equals(minute.get())) {
                minute.set(now);
            }
        });
    }

    /** Shows a package's commits. */
    void choose(PackageName name) {
        chosen = Optional.of(name);
        look();
    }

    private void aim(Optional<PackageReading> reading) {
        ReviewTarget wanted = reading.map(ReviewTarget::of).orElseGet(ReviewTarget.None::new);
        if (wanted.equals(target.get())) {
            return;
        }
        Set<CommitId> before = new HashSet<>();
        if (isSamePackage(wanted)) {
            chosenCommits().forEach(each -> before.add(each.id()));
        }
        target.set(wanted);
        counterpartQuestion.forget();
        if (wanted instanceof ReviewTarget.Between between) {
            review.set(new Asked.Waiting<>());
            commitQuestion.ask(
                    () -> read(between),
                    answer -> answered(between, answer, before),
                    bug -> answered(between, FilesViewModel.broken(bug), before));
        } else {
            commitQuestion.forget();
            review.set(new Asked.Not<>());
            span.set(new CommitSpan.Whole());
            files.forget();
        }
    }

    private boolean isSamePackage(ReviewTarget wanted) {
        return wanted instanceof ReviewTarget.Between now
                && target.get() instanceof ReviewTarget.Between before
                && now.name().equals(before.name());
    }

    /** Called in the background. */
    private Known<Review> read(ReviewTarget.Between of) {
        Known<RangeHistory> coming =
                switch (of.deployHead()) {
                    case Known.Unknown<CommitId>(String reason) -> Known.unknown(reason);
                    case Known.Value<CommitId>(CommitId head) ->
                        head.equals(of.running()) ? Known.of(Review.NOTHING) : history(of, of.running(), head);
                };
        Known<RangeHistory> between =
                of.from().equals(of.running()) ? Known.of(Review.NOTHING) : history(of, of.from(), of.running());
        return between.map(each -> new Review(each, coming));
    }

    private Known<RangeHistory> history(ReviewTarget.Between of, CommitId from, CommitId to) {
        return histories.history(of.name(), new RangeQuestion(from, to, of.deployHead(), COMMIT_LIMIT));
    }

    /**
     * Shows the answer.
     *
     * @param before what was looked at; where it is all there again the reader keeps her place
     */
    private void answered(ReviewTarget.Between of, Known<Review> answer, Set<CommitId> before) {
        review.set(new Asked.Answered<>(answer));
        Optional<Review> found = answer.found();
        List<RangeCommit> commits = found.map(Review::commits).orElseGet(List::of);
        List<CommitId> kept = commits.stream()
                .map(RangeCommit::id)
                .filter(before::contains)
                .distinct()
                .toList();
        boolean keepsPlace = !before.isEmpty() && kept.size() == before.size();
        select(
                keepsPlace
                        ? kept
                        : commits.stream().limit(1).map(RangeCommit::id).toList());
        List<CommitId> unsought = found.map(Review::unsought).orElseGet(List::of);
        if (!unsought.isEmpty()) {
            counterpartQuestion.ask(
                    () -> histories.counterparts(of.name(), unsought),
                    all -> review.set(new Asked.Answered<>(answer.map(each -> each.with(all)))),
                    bug -> review.set(new Asked.Answered<>(answer.map(each -> each.with(FilesViewModel.broken(bug))))));
        }
    }

    /** Looks at these commits together; at none, at the whole range. */
    void select(List<CommitId> ids) {
        Optional<Review> known = known();
        List<RangeCommit> commits = known.map(Review::commits).orElseGet(List::of).stream()
                .filter(each -> ids.contains(each.id()))
                .toList();
        span.set(known.map(each -> CommitSpan.of(each, commits)).orElseGet(CommitSpan.Whole::new));
        showFiles();
    }

    /** Looks at the whole range again. */
    public void selectAll() {
        select(List.of());
    }

    private void showFiles() {
        if (!(target.get() instanceof ReviewTarget.Between of) || known().isEmpty()) {
            files.forget();
            return;
        }
        switch (span.get()) {
            case CommitSpan.Whole whole -> {
                if (of.end().equals(of.from())) {
                    files.forget();
                } else {
                    files.show(new FileRange(of.name(), of.from(), of.end()));
                }
            }
            case CommitSpan.One(RangeCommit commit) -> show(of, commit.before(), commit.id());
            case CommitSpan.Several several ->
                show(of, several.oldest().before(), several.newest().id());
        }
    }

    private void show(ReviewTarget.Between of, Optional<CommitId> from, CommitId to) {
        from.ifPresentOrElse(
                begin -> files.show(new FileRange(of.name(), begin, to)),
                () -> files.say(words.text("review.root", "commit", to.abbreviated())));
    }

    private Optional<Review> known() {
        return review.get() instanceof Asked.Answered<Review>(Known<Review> answer) ? answer.found() : Optional.empty();
    }

    /** The commits that are looked at; none for the whole range. */
    List<RangeCommit> chosenCommits() {
        return span.get().within(known().map(Review::commits).orElseGet(List::of));
    }

    /** Goes so many files on, or back. */
    public void step(int by) {
        files.step(by);
    }

    /** Marks the chosen file as viewed, or takes that back. */
    public void toggleViewed() {
        files.chosenProperty().get().flatMap(this::asViewed).ifPresent(viewed::toggle);
    }

    boolean isViewed(FileChange file) {
        return asViewed(file).filter(viewed::has).isPresent();
    }

    private Optional<ViewedFile> asViewed(FileChange file) {
        return files.range().map(each -> new ViewedFile(each.name(), each.from(), each.to(), file.path()));
    }

    FilesViewModel files() {
        return files;
    }

    ReadOnlyObjectProperty<ViewedFiles.Remembered> rememberedProperty() {
        return viewed.rememberedProperty();
    }

    /** Changes when the ages that are shown do, once a minute. */
    ReadOnlyObjectProperty<Instant> minuteProperty() {
        return minute.getReadOnlyProperty();
    }

    /** Whether the gate keeps the package's deploy head out. */
    boolean isRefused() {
        return isRefused;
    }

    Optional<PackageName> chosenPackage() {
        return chosen;
    }

    ReadOnlyObjectProperty<List<Differing>> packagesProperty() {
        return packages.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ReviewTarget> targetProperty() {
        return target.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Asked<Review>> reviewProperty() {
        return review.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<CommitSpan> spanProperty() {
        return span.getReadOnlyProperty();
    }

    /** True before the first look at the environment has come back. */
    boolean isWaiting() {
        return feed.sight() instanceof Sight.NotYet;
    }
}
