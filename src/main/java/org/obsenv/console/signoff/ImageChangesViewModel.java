package org.obsenv.console.signoff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.comparison.Comparison;
import org.obsenv.domain.comparison.ImageComparison;
import org.obsenv.domain.content.PackageChange;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.words.ComparisonWords;
import org.obsenv.words.Words;

/** What changed between the chosen candidate's image and the one it replaces. Lives on the FX thread. */
final class ImageChangesViewModel {
    private final ImageComparison comparison;
    private final Words words;
    private final ComparisonWords said = new ComparisonWords();
    private final Newest question;
    private final ReadOnlyObjectWrapper<Comparing> state = new ReadOnlyObjectWrapper<>(new Comparing.Closed());
    private final ReadOnlyObjectWrapper<Optional<String>> link = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<PackageChange> all = FXCollections.observableArrayList();
    private final FilteredList<PackageChange> rows = new FilteredList<>(all);
    private Optional<About> about = Optional.empty();

    /** What would be asked now. */
    private record About(LedgerReading ledger, Candidate candidate, Digest image) {}

    ImageChangesViewModel(ImageComparison comparison, Words words, BackgroundRunner runner) {
        this.comparison = comparison;
        this.words = words;
        this.question = new Newest(runner, Lane.REGISTRY);
        filter.subscribe(text -> rows.setPredicate(each ->
                each.name().toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT))));
    }

    /** The page shows another candidate, or the store was read anew; nothing is asked that was not opened. */
    void follow(LedgerReading ledger, Optional<Candidate> candidate) {
        Optional<About> before = about;
        about = candidate.flatMap(each -> each.image().map(image -> new About(ledger, each, image)));
        link.set(about.map(each -> each.candidate()
                .replaces()
                .map(older -> words.text("compare.link", "image", said.name(older)))
                .orElseGet(() -> words.text("compare.link.recommended"))));
        boolean isAnother = !before.map(each -> each.candidate().id())
                .equals(about.map(each -> each.candidate().id()));
        if (isAnother) {
            close();
        } else if (isOpen() && !before.equals(about)) {
            ask();
        }
    }

    /** Looks; the pane is open from now on. */
    void open() {
        if (about.isPresent()) {
            filter.set("");
            all.clear();
            state.set(new Comparing.Looking());
            ask();
        }
    }

    private void ask() {
        about.ifPresent(each -> question.ask(
                () -> comparison.of(each.ledger(), each.candidate(), each.image()),
                this::answered,
                bug -> state.set(new Comparing.Broken(String.valueOf(bug.getMessage())))));
    }

    private void answered(Comparison answer) {
        List<PackageChange> changes = answer instanceof Comparison.Compared compared
                ? compared.changes().all()
                : List.of();
        if (!all.equals(changes)) {
            all.setAll(changes);
        }
        state.set(new Comparing.Answered(answer));
    }

    void close() {
        question.forget();
        state.set(new Comparing.Closed());
    }

    /** Closes it; false when it was not open. */
    boolean leave() {
        boolean wasOpen = isOpen();
        close();
        return wasOpen;
    }

    boolean isOpen() {
        return !(state.get() instanceof Comparing.Closed);
    }

    /** The tag whose release notes belong to it. */
    Optional<String> tag() {
        return about.map(each -> each.candidate().tag().text());
    }

    ReadOnlyObjectProperty<Comparing> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the link to it says; empty where there is nothing to compare. */
    ReadOnlyObjectProperty<Optional<String>> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** Part of a package's name; capitals or not. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The packages that changed, as far as the filter lets them through. */
    ObservableList<PackageChange> rows() {
        return rows;
    }

    ComparisonWords said() {
        return said;
    }
}
