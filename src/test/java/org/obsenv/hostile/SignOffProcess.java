package org.obsenv.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Deed.CheckResult;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Policy.Cell;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.ledger.DirectoryLedgerReader;
import org.obsenv.ledger.LedgerPaths;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.EventDocument;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.yaml.YamlProblem;

/** The verb {@code signoff} as processes of their own, on a store where everything is for this account to do. */
final class SignOffProcess {
    private final Path directory;
    private final Path siteFile;
    private int requests;

    SignOffProcess(Path directory) {
        this(directory, "owner1", "");
    }

    /**
     * @param name whom of the policy this account is
     * @param more keys of the site file
     */
    SignOffProcess(Path directory, String name, String more) {
        this.directory = directory;
        this.siteFile = directory.resolve("site.yaml");
        String self = ProcessHandle.current().info().user().orElseThrow();
        try {
            Files.writeString(
                    siteFile,
                    """
                            name: Test
                            tier: prod
                            zone: UTC
                            environment: {root: %s/env, base: %s/base.yaml}
                            packages: [{name: cwfs, remote: /tmp/cwfs.git}]
                            helper: {launch: [], verbs: %s/verbs}
                            """.formatted(directory, directory, directory)
                            + SignOffPolicy.yaml(store(), each -> each.equals(name) ? self : each)
                            + more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path store() {
        return directory.resolve("ledger");
    }

    LedgerPaths paths() {
        return new LedgerPaths(store());
    }

    List<String> command() {
        return HelperCommand.of("signoff", siteFile);
    }

    /** The command with that request on its input, for whoever starts programs without one. */
    List<String> command(Ask ask) {
        try {
            Path request = directory.resolve("request-" + ++requests);
            Files.write(request, bytes(ask));
            List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" <'" + request + "'", "sh"));
            words.addAll(command());
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome run(Ask ask) {
        return outcome(Ran.of(command(), Map.of(), bytes(ask)).output());
    }

    /** The last event, after those that told of its progress. */
    static Outcome outcome(String output) {
        String last = output.substring(output.indexOf("event: ", output.lastIndexOf("event: progress") + 1));
        try {
            if (EventDocument.parse(last.replace("...\n", "")) instanceof Event.Ended(Outcome outcome)) {
                return outcome;
            }
            throw new AssertionError(output);
        } catch (YamlProblem e) {
            throw new AssertionError(output, e);
        }
    }

    private static byte[] bytes(Ask ask) {
        return SignOffRequestDocument.write(new SignOffRequest(ask, Optional.empty()));
    }

    static Ask proposal() {
        return new Ask.Propose("w_2026_45", SignOffPolicy.IMAGE, new Deed.Proposed("new", Optional.empty()));
    }

    /** A check that passed, told apart from others by its evidence, on the candidate as it is now. */
    Ask check(String candidate, String evidence) {
        return new Ask.OnCandidate(
                candidate,
                candidate(candidate).revision(),
                SignOffPolicy.IMAGE,
                new Deed.Checked(new Cell("system-test", "data-int"), CheckResult.PASSED, Optional.of(evidence)));
    }

    CandidateReading candidate(String candidate) {
        return reading().find(candidate).orElseThrow();
    }

    LedgerReading reading() {
        return switch (new DirectoryLedgerReader(store(), Optional.empty(), Seen.nothing()).read()) {
            case Known.Value<LedgerReading>(LedgerReading reading) -> reading;
            case Known.Unknown<LedgerReading>(String reason) -> throw new AssertionError(reason);
        };
    }

    /** What a dead verb made and did not put in place. */
    List<Path> leftovers() {
        try (var files = Files.walk(store())) {
            return files.filter(each -> String.valueOf(each.getFileName()).startsWith(".new-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
