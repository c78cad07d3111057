package org.obsenv.console.signoff;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.FileChoice;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.CheckReports;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.ImportedCheck;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.words.Words;

/** Reads a report of notebooks that ran elsewhere, for one cell of the chosen candidate. Lives on the FX thread. */
final class ReportViewModel {
    private final CheckReports reports;
    private final FileChoice files;
    private final Supplier<Optional<CandidateReading>> chosen;
    private final Words words;
    private final Newest question;
    private final ReadOnlyObjectWrapper<ReportSight> sight = new ReadOnlyObjectWrapper<>(new ReportSight.Closed());

    ReportViewModel(
            SignOffParts parts, Supplier<Optional<CandidateReading>> chosen, BackgroundRunner runner, Words words) {
        this.reports = parts.reports();
        this.files = parts.files();
        this.chosen = chosen;
        this.words = words;
        this.question = new Newest(runner, Lane.REPORT);
    }

    /** @param place mobu's address, or a file; empty to point at one */
    void read(Policy.Cell cell, Digest image, String place) {
        Optional<String> named =
                place.isEmpty() ? files.choose(words.text("report.choose")).map(Path::toString) : Optional.of(place);
        Optional<ImageTag> tag = chosen.get().map(each -> each.candidate().tag());
        if (named.isPresent() && tag.isPresent()) {
            CheckReports.Source source = source(named.get());
            sight.set(new ReportSight.Reading(named.get()));
            question.ask(
                    () -> reports.read(source, tag.get(), image),
                    found -> sight.set(seen(cell, image, found)),
                    bug -> sight.set(new ReportSight.Unsaid(String.valueOf(bug.getMessage()))));
        }
    }

    /** Mobu is asked by its address; a file is what pytest and its like leave. */
    private static CheckReports.Source source(String place) {
        String lower = place.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://")
                ? new CheckReports.Source.Mobu(place)
                : new CheckReports.Source.JUnit(place);
    }

    private static ReportSight seen(Policy.Cell cell, Digest image, ImportedCheck found) {
        return switch (found) {
            case ImportedCheck.Said said -> new ReportSight.Found(cell, image, said);
            case ImportedCheck.Unsaid(String reason) -> new ReportSight.Unsaid(reason);
        };
    }

    /** Whatever was found is of that image; about another one it says nothing. */
    void keepOnly(Optional<Digest> image) {
        if (sight.get() instanceof ReportSight.Found found && !image.equals(Optional.of(found.image()))) {
            close();
        }
    }

    /** False when none was being entered. */
    boolean close() {
        boolean was = !(sight.get() instanceof ReportSight.Closed);
        question.forget();
        sight.set(new ReportSight.Closed());
        return was;
    }

    ReadOnlyObjectProperty<ReportSight> sightProperty() {
        return sight.getReadOnlyProperty();
    }
}
