package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReader;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.ledger.DirectoryLedgerReader;
import org.obsenv.ledger.LedgerPaths;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.yaml.YamlProblem;

/** The verb {@code signoff} in this process, on a store in a directory, with a clock that goes on a minute per act; a
 * refusal must leave the store as it was, byte for byte. */
public final class LedgerSite {
    private static final Reporter SILENT = new Reporter() {
        @Override
        public void progress(String step, String subject, int done, int total) {}

        @Override
        public void ended(Outcome outcome) {}
    };

    private final Path directory;
    private final Site site;
    private Reporter reporter = SILENT;
    private Instant now = Instant.parse("2026-11-13T16:00:00Z");

    public LedgerSite(Path directory) {
        this(directory, text -> text);
    }

    /** {@code change}: what is another in the site file. */
    public LedgerSite(Path directory, UnaryOperator<String> change) {
        this.directory = directory;
        this.site = parse(change.apply(siteText(directory)));
    }

    public static String siteText(Path directory) {
        return """
                name: Test
                tier: prod
                zone: UTC
                environment: {root: %s/env, base: %s/base.yaml}
                packages: [{name: cwfs, remote: /tmp/cwfs.git}]
                helper: {launch: [], verbs: %s/verbs}
                """.formatted(directory, directory, directory) + SignOffPolicy.yaml(store(directory), each -> each);
    }

    private static Path store(Path directory) {
        return directory.resolve("ledger");
    }

    private static Site parse(String text) {
        try {
            return SiteFile.parse("site", text.getBytes(StandardCharsets.UTF_8));
        } catch (YamlProblem e) {
            throw new AssertionError(e);
        }
    }

    public Site site() {
        return site;
    }

    public LedgerPaths paths() {
        return new LedgerPaths(store(directory));
    }

    /** What is done at each step that the verb tells of. */
    void reporting(Consumer<String> steps) {
        reporter = new Reporter() {
            @Override
            public void progress(String step, String subject, int done, int total) {
                steps.accept(step);
            }

            @Override
            public void ended(Outcome outcome) {}
        };
    }

    public void passes(Duration time) {
        now = now.plus(time);
    }

    public Instant now() {
        return now;
    }

    public Outcome run(String actor, Ask ask) {
        Map<String, String> before = content();
        Outcome outcome = runBesideOthers(actor, ask);
        if (outcome instanceof Outcome.Refused && before.containsKey("ledger.pub")) {
            assertThat(content()).as(outcome.toString()).isEqualTo(before);
        }
        return outcome;
    }

    /** As {@link #run}, where somebody else writes at the same time. */
    Outcome runBesideOthers(String actor, Ask ask) {
        now = now.plusSeconds(60);
        Instant at = now;
        try {
            return new SignOffVerb(site, TrustedPath.ofCaller(), new Caller(actor), "console-3", () -> at, reporter)
                    .run(new SignOffRequest(ask, Optional.empty()));
        } catch (RefusedException e) {
            return e.outcome();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Proposes the usual image and says what became of it. */
    public String propose() {
        Outcome outcome = run(
                "maint1",
                new Ask.Propose(
                        "w_2026_45", SignOffPolicy.IMAGE, new Deed.Proposed("new middleware", Optional.empty())));
        if (outcome instanceof Outcome.Recorded recorded) {
            return recorded.document();
        }
        throw new AssertionError(outcome);
    }

    /** Does something about a candidate as it is now. */
    public Outcome act(String actor, String candidate, Deed deed) {
        return act(actor, candidate, SignOffPolicy.IMAGE, deed);
    }

    public Outcome act(String actor, String candidate, Digest digest, Deed deed) {
        return run(actor, new Ask.OnCandidate(candidate, revision(candidate), digest, deed));
    }

    public Outcome sign(String actor, String candidate, String seat) {
        return act(actor, candidate, new Deed.Acknowledged(seat, Optional.empty(), Optional.empty()));
    }

    public Outcome designate(String actor, DesignationAct.Change change) {
        return run(actor, new Ask.OnDesignations(change));
    }

    /** Says something of a session, as one who sees the store as it is. */
    public Outcome say(String actor, WindowChange change) {
        return run(actor, new Ask.OnWindows(reading().windows().revision(), change));
    }

    public Revision revision(String candidate) {
        return candidate(candidate).revision();
    }

    public CandidateReading candidate(String candidate) {
        return reading().find(candidate).orElseThrow();
    }

    public LedgerReading reading() {
        return reading(Seen.nothing());
    }

    public LedgerReading reading(Seen seen) {
        return reader(seen).read().found().orElseThrow();
    }

    public LedgerReader reader(Seen seen) {
        return new DirectoryLedgerReader(
                paths().store(), site.signOff().orElseThrow().key(), seen);
    }

    public Outcome move(String actor, String candidate, Digest digest, TagMove move) {
        return run(actor, new Ask.MoveTag(candidate, revision(candidate), digest, move));
    }

    /** Everything in the store but its empty locks, by its path: what a refusal must leave as it was. */
    public Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        if (!Files.exists(paths().store())) {
            return content;
        }
        try (var files = Files.walk(paths().store())) {
            for (Path each : files.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().endsWith("lock"))
                    .toList()) {
                content.put(
                        paths().store().relativize(each).toString(),
                        Files.readString(each, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }
}
