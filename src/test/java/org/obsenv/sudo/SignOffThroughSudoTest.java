package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Deed.CheckResult;
import org.obsenv.domain.signoff.DesignationAct.Change;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Person;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.TreeState;
import org.obsenv.ledger.DirectoryLedgerReader;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;

/** Leads sign through the real sudo, each for herself (five of them: SignOffCommandLineTest); whoever tries to sign for another is refused or found out. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class SignOffThroughSudoTest {
    private final SudoSite site;
    private final Person recorder;
    private final Person lead1;
    private String candidate = "";

    SignOffThroughSudoTest(SudoSite site) {
        this.site = site;
        this.recorder = site.signers().named("maint1");
        this.lead1 = site.signers().named("lead1");
    }

    /** A tag of its own for every test: the store is one. */
    @BeforeEach
    void propose() {
        String tag = "w_2026_45_" + UUID.randomUUID().toString().substring(0, 8);
        Outcome outcome = run(
                recorder,
                new Ask.Propose(
                        tag, SignOffPolicy.IMAGE, new Deed.Proposed("new middleware", Optional.of("w_2026_38"))));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Recorded.class, each -> candidate = each.document());
    }

    @AfterEach
    void mendTheLeak() {
        site.leak().mend();
    }

    @Test
    void aDesignateSignsInTheHoldersStead() {
        Person dana = site.signers().named("dana");
        Instant now = Instant.now();
        refused(Refusal.NOT_YOUR_SEAT, sign(dana, "platform"));

        recorded(run(
                lead1,
                new Ask.OnDesignations(new Change.Made(
                        "platform", dana.name(), now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1))))));

        recorded(sign(dana, "platform"));
        assertThat(reading().candidate().acts().getLast().deed())
                .isEqualTo(new Deed.Acknowledged("platform", Optional.of(lead1.name()), Optional.empty()));
        assertThat(reading().candidate().acts().getLast().actor()).isEqualTo(dana.name());
    }

    @Test
    void sudoAllowsItToSignersOnly() {
        for (Person each : List.of(site.stranger(), site.maintainer(), site.observer())) {
            assertThat(gateway(each).permission()).isInstanceOf(Permission.Denied.class);
            refused(Refusal.NOT_PERMITTED, sign(each, "platform"));
        }
        assertThat(gateway(lead1).permission()).isEqualTo(new Permission.Granted());
        // Nor may a signer do anything to the environment.
        assertThat(site.gateway(lead1).permission(org.obsenv.protocol.Verb.ROLLBACK))
                .isInstanceOf(Permission.Denied.class);
    }

    @Test
    void aMaintainerWhoMayRunItStillSignsForNobody() {
        refused(Refusal.NOT_YOUR_SEAT, sign(recorder, "platform"));
        refused(
                Refusal.NOT_YOUR_SEAT,
                act(recorder, new Deed.Acknowledged("platform", Optional.of(lead1.name()), Optional.empty())));
    }

    @Test
    void theEnvironmentsAccountSignsForNobody() {
        byte[] request = request(new Deed.Acknowledged("platform", Optional.empty(), Optional.empty()));
        TreeState before = TreeState.of(site.store());
        // By the verb's wrapper, by the program, and by what is in the store: all as obs_user.
        Ran wrapper = Ran.of(site.asAccount().command(site.signOffVerb().toString()), forged(), request);
        assertThat(wrapper.output()).contains("refusal: not-through-sudo").doesNotContain("recorded");
        Ran program = Ran.of(site.program("signoff", "--site", site.siteFile().toString()), forged(), request);
        assertThat(program.output())
                .contains("refusal: not-through-sudo")
                .contains("not as " + site.signers().ledger());
        assertThat(site.asAccount()
                        .types("echo >>\"$1\"", document().toString())
                        .exit())
                .isNotZero();
        assertThat(site.asAccount()
                        .types("cat \"$1\"/private/ledger.key", site.store().toString())
                        .exit())
                .isNotZero();
        assertThat(TreeState.of(site.store())).isEqualTo(before);
    }

    @Test
    void variablesOfTheCallersNameNobodyElse() {
        recorded(act(lead1, new Deed.Objected("platform", "tutorials crash")));
        byte[] request = request(new Deed.Withdrew(2, Optional.empty()));
        site.leak()
                .open("Defaults:%s !env_reset, setenv, env_keep += \"SUDO_UID SUDO_USER SUDO_GID LOGNAME USER\"\n"
                        .formatted(recorder.name()));

        Ran ran = Ran.of(
                recorder.command(
                        "sudo",
                        "-n",
                        "-u",
                        site.signers().ledger(),
                        site.signOffVerb().toString()),
                forged(),
                request);

        assertThat(ran.output()).contains("refusal: not-your-act").contains("by: " + lead1.name());
    }

    /** A request that says who she is: no key of it names a person. */
    @Test
    void aRequestNamesNobody() {
        String request = new String(
                        request(new Deed.Acknowledged("platform", Optional.empty(), Optional.empty())),
                        java.nio.charset.StandardCharsets.US_ASCII)
                .replace("host:", "actor: " + lead1.name() + "\nhost:");

        Ran ran = Ran.of(
                recorder.command(
                        "sudo",
                        "-n",
                        "-u",
                        site.signers().ledger(),
                        site.signOffVerb().toString()),
                Map.of(),
                request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(ran.output()).contains("refusal: bad-request").contains("key actor");
    }

    /** Root, or whoever became the account: not refused, but found out. */
    @Test
    void anEditByHandIsFoundOut() throws Exception {
        recorded(act(
                site.signers().named("owner1"),
                new Deed.Checked(policy().cells().getFirst(), CheckResult.FAILED, Optional.empty())));
        String text = Files.readString(document());
        Files.writeString(document(), text.replace("result: failed", "result: passed"));

        assertThat(reading().doubt()).contains(new Doubt(2, Doubt.Why.CHANGED));
        assertThat(reading().candidate().acts()).hasSize(1);
        refused(Refusal.STORE_DAMAGED, sign(lead1, "platform"));
        Files.writeString(document(), text);
        recorded(sign(lead1, "platform"));
    }

    /** umask, locale, variables of Java and a limit of the session that asks; and an argument. */
    @Test
    void nothingOfTheCallersSessionComesThrough() throws Exception {
        String verb = "umask 0777; cd /tmp; exec sudo -n -u " + site.signers().ledger() + " " + site.signOffVerb();
        byte[] request = request(new Deed.Acknowledged("platform", Optional.empty(), Optional.of("caf\u00e9 \u2713")));
        Map<String, String> hostile = Map.of("LC_ALL", "C", "JAVA_TOOL_OPTIONS", "-Dx=y", "TMPDIR", "/nowhere");

        Ran signed = Ran.of(lead1.command("/bin/sh", "-c", verb), hostile, request);

        assertThat(signed.output()).as(signed.complaint()).startsWith("event: recorded\n");
        assertThat(reading().candidate().acts().getLast().deed())
                .isEqualTo(new Deed.Acknowledged("platform", Optional.empty(), Optional.of("caf\u00e9 \u2713")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(document())))
                .isEqualTo("rw-r--r--");
        Ran limited = Ran.of(lead1.command("prlimit", "--nofile=100", "/bin/sh", "-c", verb), Map.of(), request);
        assertThat(limited.output()).contains("refusal: limit-too-low");
        Ran argued = Ran.of(lead1.command("/bin/sh", "-c", verb + " --site /tmp/site.yaml"), Map.of(), request);
        assertThat(argued.complaint()).contains("a password is required");
        assertThat(reading().candidate().acts()).hasSize(2);
    }

    @Test
    void sudosOwnLogNamesWhoAsked() throws Exception {
        sign(lead1, "platform");
        assertThat(Files.readString(site.sudoLog()).replaceAll("\\n +", " "))
                .containsPattern(
                        lead1.name() + " : [^\n]*USER=" + site.signers().ledger() + " ; COMMAND=" + site.signOffVerb());
    }

    private Map<String, String> forged() {
        return Map.of("SUDO_UID", Ran.must("id", "-u", lead1.name()), "SUDO_USER", lead1.name(), "USER", lead1.name());
    }

    private Path document() {
        return site.store().resolve("candidates").resolve(candidate + ".yaml");
    }

    private byte[] request(Deed deed) {
        return SignOffRequestDocument.write(new SignOffRequest(ask(deed), Optional.of("console-3")));
    }

    private Ask ask(Deed deed) {
        return new Ask.OnCandidate(candidate, revision(), SignOffPolicy.IMAGE, deed);
    }

    private Revision revision() {
        return reading().revision();
    }

    private Outcome sign(Person person, String seat) {
        return act(person, new Deed.Acknowledged(seat, Optional.empty(), Optional.empty()));
    }

    private Outcome act(Person person, Deed deed) {
        return run(person, ask(deed));
    }

    private Outcome run(Person person, Ask ask) {
        return gateway(person).run(new SignOffRequest(ask, Optional.of("console-3")));
    }

    private SudoSignOffGateway gateway(Person person) {
        return new SudoSignOffGateway(site.siteOf(person), Duration.ofSeconds(60));
    }

    private CandidateReading reading() {
        return new DirectoryLedgerReader(site.store(), Optional.empty(), Seen.nothing())
                .read()
                .found()
                .orElseThrow()
                .find(candidate)
                .orElseThrow();
    }

    private org.obsenv.domain.signoff.Policy policy() {
        return site.siteOf(lead1).signOff().orElseThrow().policy();
    }

    private static void recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }

    private static void refused(Refusal refusal, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                .isEqualTo(refusal));
    }
}
