package org.obsenv.cli;

import java.util.Optional;
import org.obsenv.domain.comparison.Comparison;
import org.obsenv.domain.content.PackageChange;
import org.obsenv.domain.content.PackageChanges;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.words.ComparisonWords;
import org.obsenv.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a candidate replaces, and what changed between the two images. */
@Command(sortOptions = false)
final class ImageChangesCommand extends LedgerCommand {
    private final ComparisonWords said = new ComparisonWords();

    @Parameters(index = "0", paramLabel = "CANDIDATE")
    String candidate = "";

    @Option(names = "--json")
    boolean json;

    ImageChangesCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    @Override
    int act(LedgerAccess ledger) throws LedgerAccess.Unusable {
        CandidateReading reading = ledger.candidate(candidate);
        Comparison comparison =
                ledger.opened().comparison().of(ledger.read(), reading.candidate(), ledger.image(reading));
        Optional<String> notes = ledger.opened()
                .releaseNotes()
                .map(template -> Words.fill(
                        template,
                        java.util.Map.of("tag", reading.candidate().tag().text())));
        if (json) {
            screen.out().print(Json.write(ImageChangesJson.of(comparison, notes)));
        } else {
            print(comparison, notes);
        }
        return comparison instanceof Comparison.Unsaid ? ExitCodes.UNKNOWN : ExitCodes.AT_BASE;
    }

    private void print(Comparison comparison, Optional<String> notes) {
        screen.line(Screen.Style.STRONG, said.title(comparison));
        switch (comparison) {
            case Comparison.Unsaid unsaid -> unsaid.gaps().forEach(gap -> screen.line(Screen.Style.BAD, said.gap(gap)));
            case Comparison.Same same -> screen.out().println(said.counts(same));
            case Comparison.Compared compared -> {
                screen.out().println(said.counts(compared));
                print(compared.changes());
                screen.line(Screen.Style.FAINT, said.origins(compared));
            }
        }
        said.aged(comparison).ifPresent(each -> screen.line(Screen.Style.WARNING, each));
        notes.ifPresent(
                each -> screen.out().println(words.text("signoff.changes.notes", "address", screen.foreign(each))));
    }

    private void print(PackageChanges changes) {
        int name = changes.all().stream()
                .mapToInt(each -> each.name().length())
                .max()
                .orElse(0);
        for (PackageChange each : changes.all()) {
            screen.out()
                    .println("  " + said.sign(each) + " " + pad(screen.foreign(each.name()), name) + "  "
                            + screen.foreign(said.versions(each)));
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
