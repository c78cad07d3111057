package org.obsenv.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.CheckReports;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.ImportedCheck;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.evidence.ForeignReports;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.registry.Credentials;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enters the result of a repository's notebooks on a deployment as a report says it, or says why it says nothing. */
@Command(sortOptions = false)
final class ImportCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "CANDIDATE")
    String candidate = "";

    @Parameters(index = "1", paramLabel = "REPOSITORY")
    String repository = "";

    @Parameters(index = "2", paramLabel = "DEPLOYMENT")
    String deployment = "";

    @ArgGroup(multiplicity = "1")
    Report report = new Report();

    @Option(names = "--token", paramLabel = "FILE")
    @Nullable
    Path token;

    /** One of both. */
    static final class Report {
        @Option(names = "--mobu", paramLabel = "FILE|URL", required = true)
        @Nullable
        String mobu;

        @Option(names = "--junit", paramLabel = "FILE", required = true)
        @Nullable
        String junit;
    }

    ImportCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    @Override
    int act(LedgerAccess ledger) throws LedgerAccess.Unusable {
        CandidateReading reading = ledger.candidate(candidate);
        String id = reading.candidate().id();
        Digest image = ledger.image(reading);
        ImportedCheck.Said said =
                switch (new ForeignReports(credentials())
                        .read(source(), reading.candidate().tag(), image)) {
                    case ImportedCheck.Unsaid(String reason) ->
                        throw new LedgerAccess.Unusable(
                                ExitCodes.UNKNOWN, words.text("signoff.import.unsaid", "reason", reason));
                    case ImportedCheck.Said each -> each;
                };
        print(said);
        screen.out().println(words.text("signoff.binds", "candidate", id, "digest", image.text()));
        Deed deed = said.deed(new Policy.Cell(repository, deployment));
        return ledger.act(reading, now -> new Ask.OnCandidate(id, now.revision(), image, deed));
    }

    private void print(ImportedCheck.Said said) {
        boolean passed = said.result() == Deed.CheckResult.PASSED;
        screen.out().println(screen.foreign(said.evidence()));
        said.remarks()
                .forEach(each -> screen.line(
                        Screen.Style.WARNING, screen.foreign(words.text("signoff.import.remark", "text", each))));
        screen.line(
                passed ? Screen.Style.GOOD : Screen.Style.BAD,
                words.text(passed ? "signoff.import.passed" : "signoff.import.failed"));
    }

    private CheckReports.Source source() {
        return report.mobu != null
                ? new CheckReports.Source.Mobu(report.mobu)
                : new CheckReports.Source.JUnit(String.valueOf(report.junit));
    }

    private Credentials credentials() throws LedgerAccess.Unusable {
        if (token == null) {
            return new Credentials.Anonymous();
        }
        try {
            return Credentials.read(token);
        } catch (IOException e) {
            throw unusable(IoWords.of(e));
        } catch (YamlProblem e) {
            throw unusable(e.told());
        }
    }

    private LedgerAccess.Unusable unusable(String problem) {
        return new LedgerAccess.Unusable(
                ExitCodes.USAGE, words.text("signoff.import.token", "file", String.valueOf(token), "problem", problem));
    }
}
