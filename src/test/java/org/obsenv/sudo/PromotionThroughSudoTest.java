package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Deed.CheckResult;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Policy.Cell;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Person;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.RegistryServer;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.fixture.SudoSite;
import org.obsenv.ledger.DirectoryLedgerReader;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.registry.Credentials;
import org.obsenv.registry.RegistryAddress;
import org.obsenv.registry.RegistryClient;

/** Through the real sudo: who records moves the recommended tag, with credentials that neither she nor the environment's account can read. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class PromotionThroughSudoTest {
    private static final String REPOSITORY = "lsst/sciplat-lab";
    private static final Credentials WRITER = new Credentials.Basic("reader", "two words");
    // bcrypt of "two words"
    private static final String PASSWORDS = "reader:$2y$05$UihdWi7mFPzohW8nDVBr5umG.x9GTg4pHNbNNND93SWbww3dmANx.\n";

    private @TempDir Path directory;

    private final SudoSite site;
    private final Person recorder;
    private final Person lead;
    private String siteText = "";
    private RegistryServer registry;
    private String candidate = "";
    private Digest before = SignOffPolicy.OTHER;
    private Digest image = SignOffPolicy.IMAGE;

    PromotionThroughSudoTest(SudoSite site) {
        this.site = site;
        this.recorder = site.signers().named("maint1");
        this.lead = site.signers().named("lead1");
    }

    @BeforeEach
    void climb() throws IOException {
        siteText = Files.readString(site.siteFile());
        Path passwords = Files.writeString(directory.resolve("passwords"), PASSWORDS);
        registry = new RegistryServer(
                directory, "auth: {htpasswd: {realm: tests, path: " + passwords + "}}", WRITER.header());
        String tag = "w_2026_45_" + UUID.randomUUID().toString().substring(0, 8);
        before = push("recommended", "before");
        image = push(tag, "new");
        recorded(run(recorder, new Ask.Propose(tag, image, new Deed.Proposed("x", Optional.empty()))));
        candidate = tag + "-1";
        recorded(act(recorder, new Deed.MeetingHeld("rsp", true, Optional.empty())));
        recorded(act(recorder, new Deed.MeetingHeld("coordination", true, Optional.empty())));
        for (Cell cell : site.siteOf(lead).signOff().orElseThrow().policy().cells()) {
            recorded(act(person("owner1"), new Deed.Checked(cell, CheckResult.PASSED, Optional.empty())));
        }
        recorded(act(recorder, new Deed.TicketOpened("DM-51902")));
        for (List<String> each : List.of(
                List.of("lead1", "platform"),
                List.of("lead2", "pipelines"),
                List.of("lead3", "owner"),
                List.of("lead5", "community"),
                List.of("lead6", "middleware"))) {
            recorded(act(
                    person(each.getFirst()),
                    new Deed.Acknowledged(each.getLast(), Optional.empty(), Optional.empty())));
        }
        recorded(act(recorder, new Deed.Pulled("data-int")));
        recorded(act(recorder, new Deed.Pulled("summit")));
        Instant now = Instant.now();
        recorded(run(
                recorder,
                new Ask.OnWindows(
                        ledger().windows().revision(),
                        new WindowChange.Added(
                                "Patch Thursday", now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofHours(1))))));
    }

    @AfterEach
    void takeAway() throws IOException {
        Files.writeString(site.siteFile(), siteText);
        registry.close();
    }

    @Test
    void onlyWhoRecordsMovesItWithWhatOnlyTheLedgersAccountCanRead() throws IOException {
        Path secret = site.directory().resolve("promotion.yaml");
        Files.writeString(secret, "user: reader\npassword: two words\n");
        Ran.must("chown", site.signers().ledger(), secret.toString());
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        images("{registry: \"" + registry.base() + "\", repository: " + REPOSITORY + ", promote-with: " + secret + "}");
        for (Person each : List.of(recorder, lead, site.maintainer(), site.asAccount())) {
            assertThat(each.types("cat \"$1\"", secret.toString()).exit()).isNotZero();
        }
        for (Person each : List.of(site.stranger(), site.observer(), site.maintainer())) {
            refused(Refusal.NOT_PERMITTED, promote(each));
        }
        refused(Refusal.NOT_RECORDER, promote(lead));
        assertThat(recommended()).contains(before);

        Ran promoted = surrounded(asked(new TagMove.Promote(Optional.of(before))));

        assertThat(promoted.output()).as(promoted.complaint()).contains("event: recorded\n");
        assertThat(recommended()).contains(image);
        assertThat(reading().candidate().promotion()).hasValueSatisfying(act -> {
            assertThat(act.actor()).isEqualTo(recorder.name());
            assertThat(act.deed()).isEqualTo(new Deed.Promoted("recommended", Optional.of(before)));
        });
        refused(Refusal.NOT_RECORDER, move(lead, new TagMove.Return("x")));
        recorded(move(recorder, new TagMove.Return("tutorials crash")));
        assertThat(recommended()).contains(before);
    }

    @Test
    void byHandItIsOrderedAndVerified() throws IOException {
        Path list = site.directory().resolve("images.yaml");
        write(list, before);
        images("{list: " + list + "}");
        refused(Refusal.NOT_RECORDER, promote(lead));
        recorded(promote(recorder));
        assertThat(reading().candidate().order()).isPresent();
        refused(Refusal.NOT_MOVED, move(recorder, new TagMove.Verify()));
        write(list, image);
        refused(Refusal.NOT_RECORDER, move(lead, new TagMove.Verify()));
        recorded(move(recorder, new TagMove.Verify()));
        assertThat(reading().candidate().promotion()).isPresent();
    }

    /** Nothing of her surroundings reaches what asks the registry: no proxy, no properties, no class, no home of hers. */
    private Ran surrounded(Ask ask) {
        return Ran.of(
                recorder.command(
                        "sudo",
                        "-n",
                        "-u",
                        site.signers().ledger(),
                        site.signOffVerb().toString()),
                Map.of(
                        "HOME", directory.toString(),
                        "CLASSPATH", directory.toString(),
                        "http_proxy", "http://127.0.0.1:9/",
                        "JAVA_TOOL_OPTIONS", "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9 -Dhttp.nonProxyHosts=x",
                        "JDK_JAVA_OPTIONS", "-Djavax.net.ssl.trustStore=/nowhere"),
                SignOffRequestDocument.write(new SignOffRequest(ask, Optional.empty())));
    }

    private void images(String value) throws IOException {
        Files.writeString(site.siteFile(), siteText + "images: " + value + "\n");
    }

    private void write(Path list, Digest recommended) throws IOException {
        Files.writeString(list, """
                images:
                  - {tag: %s, digest: "%s"}
                  - {tag: recommended, digest: "%s"}
                """.formatted(candidate.substring(0, candidate.length() - 2), image, recommended));
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private Digest push(String tag, String name) throws IOException {
        return new Digest(registry.push(REPOSITORY, tag, Map.of("name", name)));
    }

    private Optional<Digest> recommended() throws IOException {
        return new RegistryClient(new RegistryAddress(registry.base(), REPOSITORY), WRITER).digest("recommended");
    }

    private Person person(String name) {
        return site.signers().named(name);
    }

    private Outcome promote(Person person) {
        return move(person, new TagMove.Promote(Optional.of(before)));
    }

    private Outcome move(Person person, TagMove move) {
        return run(person, asked(move));
    }

    private Ask asked(TagMove move) {
        return new Ask.MoveTag(candidate, reading().revision(), image, move);
    }

    private Outcome act(Person person, Deed deed) {
        return run(person, new Ask.OnCandidate(candidate, reading().revision(), image, deed));
    }

    private Outcome run(Person person, Ask ask) {
        return new SudoSignOffGateway(site.siteOf(person), Duration.ofSeconds(60))
                .run(new SignOffRequest(ask, Optional.of("console-3")));
    }

    private CandidateReading reading() {
        return ledger().find(candidate).orElseThrow();
    }

    private LedgerReading ledger() {
        return new DirectoryLedgerReader(site.store(), Optional.empty(), Seen.nothing())
                .read()
                .found()
                .orElseThrow();
    }

    private static void recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }

    private static void refused(Refusal refusal, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                .isEqualTo(refusal));
    }
}
