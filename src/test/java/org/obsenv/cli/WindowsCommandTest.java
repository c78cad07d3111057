package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.cli.SignOffLine.Said;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.helper.LedgerSite;

/** {@code obsenv windows} and {@code obsenv signoff window} on a real store, with the verb in this process. */
class WindowsCommandTest {
    private static final String MORE = """
            contact: {name: On call, phone: "+56 2"}
            windows:
              - {name: Summit, when: first Wednesday 13:00, zone: America/Santiago, duration: 4 h,
                 deployments: [test stand, base, summit], managers: [config1]}
              - {name: Night, when: Sunday 00:30, zone: America/Los_Angeles, duration: 3 h}
            """;

    @TempDir
    Path directory;

    private LedgerSite site;
    private Path file;

    @BeforeEach
    void makeASite() throws Exception {
        site = new LedgerSite(directory, text -> text + MORE);
        // As the installation makes it.
        Files.createDirectory(site.paths().store());
        file = Files.writeString(directory.resolve("site.yaml"), LedgerSite.siteText(directory) + MORE);
    }

    @Test
    void aSessionIsTentativeUntilItIsConfirmed() {
        assertThat(december()).isEqualTo(new Said(0, """
                Summit 2026-12-02: Wed 2026-12-02 16:00\u201320:00 UTC, tentative
                """, ""));

        assertThat(say("config1", "confirm", "Summit", "2026-12-02")).isEqualTo(new Said(0, """
                It is written and sealed: act 1 of windows.
                Summit 2026-12-02: Wed 2026-12-02 16:00\u201320:00 UTC, that is Wed 2026-12-02 13:00\u201317:00\
                 America/Santiago; confirmed by config1
                """, ""));

        assertThat(december().out())
                .isEqualTo("Summit 2026-12-02: Wed 2026-12-02 16:00\u201320:00 UTC, confirmed by config1\n");
        assertThat(windows("--from", "2026-12-02", "--to", "2026-12-02", "--json")
                        .out()
                        .replaceAll("\\s+", " "))
                .isEqualTo("[ { \"window\": \"Summit\", \"start\": \"2026-12-02T16:00:00Z\","
                        + " \"end\": \"2026-12-02T20:00:00Z\", \"tentative\": false } ] ");
    }

    /** Its own clock's, or UTC. */
    @Test
    void timesAreTypedByTheWindowsOwnClock() {
        done("config1", "move", "Summit", "2026-12-02", "--start", "2026-12-03 09:30", "--end", "2026-12-03T14:00:00Z");
        assertThat(windows("--from", "2026-12-03", "--to", "2026-12-03").out())
                .isEqualTo("Summit 2026-12-02: Thu 2026-12-03 12:30\u201314:00 UTC,"
                        + " moved by config1 from Wed 2026-12-02 16:00\u201320:00 UTC\n");
        done("config1", "overrun", "Summit", "2026-12-02", "--end", "2026-12-03 22:00");
        assertThat(windows("--from", "2026-12-03", "--to", "2026-12-03").out())
                .contains("Thu 2026-12-03 12:30 to Fri 2026-12-04 01:00 UTC");
        done("config1", "cancel", "Summit", "2026-12-02");
        assertThat(windows("--from", "2026-12-03", "--to", "2026-12-03").out()).contains("cancelled by config1");
        assertThat(windows("--from", "2026-12-03", "--to", "2026-12-03", "--json")
                        .out()
                        .strip())
                .isEqualTo("[]");

        done("config1", "add", "Summit", "--start", "2026-12-01 10:00", "--end", "2026-12-01 11:00");
        assertThat(windows("--from", "2026-12-01", "--to", "2026-12-01").out())
                .isEqualTo("Summit extra-4: Tue 2026-12-01 13:00\u201314:00 UTC, extra session, by config1\n");
        done("config1", "cancel", "Summit", "extra-4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Moon   | 2026-12-02 10:00 | 2026-12-02 11:00 | there is no window Moon. Windows are: Summit, Night. Nothing
            Summit | 10:00            | 2026-12-02 11:00 | expected a time of America/Santiago such as
            Summit | 2026-12-02 11:00 | 2026-12-02 11:00 | expected an end after the start. Nothing was done.
            Night  | 2027-03-14 02:30 | 2027-03-14 04:00 | the clocks go forward then. Say it in UTC
            Night  | 2027-11-07 01:30 | 2027-11-07 04:00 | is there twice in America/Los_Angeles
            """)
    void nobodyIsToGuessWhichHourWasMeant(String window, String start, String end, String problem) {
        Said said = say("maint1", "add", window, "--start", start, "--end", end);

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.err()).contains(problem);
    }

    @Test
    void everyRefusalIsSaidInWords() {
        assertThat(say("maint1", "confirm", "Summit", "2026-12-02")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(ExitCodes.DIFFERS);
            assertThat(said.out())
                    .contains("maint1 may not say anything of sessions of Summit: that is for config1.")
                    .contains("Tell one of them. A roll back needs no window.");
        });
        assertThat(say("config1", "confirm", "Summit", "2026-12-03").out())
                .contains("Summit has no session 2026-12-03; the next ones are 2026-12-02, 2027-01-06, 2027-02-03.");
        assertThat(say("config1", "confirm", "Summit", "wednesday").err())
                .contains("expected a session such as 2026-12-02 or extra-7, found wednesday");
        assertThat(run("signoff", "window").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run("windows").err()).contains("Say --from DATE and --to DATE, or announce.");
    }

    @Test
    void whatIsUnverifiedOrUnreadableLeavesEverySessionTentativeAndSaysSo() throws Exception {
        done("config1", "confirm", "Summit", "2026-12-02");
        Path document = site.paths().file("windows.yaml");
        String sound = Files.readString(document);
        for (String spoilt : new String[] {sound.replace("2026-12-02", "2026-12-09"), "", "acts: ["}) {
            Files.writeString(document, spoilt);

            assertThat(december().code()).isEqualTo(ExitCodes.UNKNOWN);
            assertThat(december().out()).endsWith("UTC, tentative\n");
            assertThat(december().err()).contains("Every session is shown as tentative");
            assertThat(run("signoff").out()).contains("Maintenance windows: UNVERIFIED from act 1");
        }
        assertThat(december().err()).contains("windows.yaml, line ");
        Files.delete(document);
        assertThat(december().err()).contains("an older copy of the document was put back, or it is gone");
        Files.writeString(document, sound);
        assertThat(december().code()).isZero();
    }

    /** A store that was never begun is no store that cannot be read. */
    @Test
    void aSiteWhoseStoreWasNeverBegunHasTentativeSessions() throws Exception {
        Files.delete(site.paths().store());

        assertThat(december().err()).isEmpty();
        assertThat(december().code()).isZero();
    }

    @Test
    void announcesToCopy() {
        done("config1", "confirm", "Summit", "2026-12-02");

        assertThat(windows("announce", "Summit").out()).isEqualTo("""
                Maintenance window "Summit" of Test
                Opens: Wed 2026-12-02 16:00\u201320:00 UTC
                That is Wed 2026-12-02 13:00\u201317:00 America/Santiago
                Confirmed by config1.
                Worked on, in this order: test stand \u2192 base \u2192 summit
                No image is agreed so far: the recommended one stays as it is.
                A roll back of the environment stays possible at any time; no window gates it.
                Contact: On call, +56 2
                """);
        assertThat(windows("announce", "Night", "--start").out())
                .contains("TENTATIVE: nobody has confirmed yet that it takes place.");
        assertThat(windows("announce", "Summit", "--end", "--session", "2026-12-02")
                        .out())
                .isEqualTo("""
                Maintenance window "Summit" of Test is over
                It is announced for: Wed 2026-12-02 16:00\u201320:00 UTC
                That is Wed 2026-12-02 13:00\u201317:00 America/Santiago
                Worked on: test stand \u2192 base \u2192 summit
                The recommended image was not changed.
                Contact: On call, +56 2
                """);
        assertThat(windows("announce", "Summit", "--session", "2026-12-03").code())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(windows("announce", "Moon").err()).contains("there is no window Moon");
    }

    @Test
    void announcesTheImageThatIsAgreed() throws Exception {
        LedgerSite four = new LedgerSite(directory, text -> text.replace("seven-step", "four-step") + MORE);
        String candidate = four.propose();
        assertThat(announced(four)).contains("No image is agreed so far");
        agree(four, candidate);

        assertThat(announced(four))
                .contains("To be recommended: Weekly 2026_45 (tag w_2026_45, " + SignOffPolicy.IMAGE + ")");
        Path document = four.paths().candidates().resolve(candidate + ".yaml");
        Files.writeString(document, Files.readString(document).replace("passed", "failed"));
        assertThat(announced(four)).contains("Which image is to be recommended could not be read");
    }

    private static void agree(LedgerSite site, String candidate) {
        for (var cell : site.site().signOff().orElseThrow().policy().cells()) {
            assertThat(site.act("owner1", candidate, new Deed.Checked(cell, Deed.CheckResult.PASSED, Optional.empty())))
                    .isInstanceOf(Outcome.Recorded.class);
        }
        for (String each :
                new String[] {"lead1 platform", "lead2 pipelines", "lead3 owner", "lead5 community", "lead6 middleware"
                }) {
            String[] words = each.split(" ", -1);
            assertThat(site.sign(words[0], candidate, words[1])).isInstanceOf(Outcome.Recorded.class);
        }
    }

    private String announced(LedgerSite of) {
        return new SignOffLine(of)
                .command("eve", "windows", "announce", "Summit", "--site", file.toString())
                .out();
    }

    @Test
    void whatWasSaidOfADayThatTheSiteFileHasNoMoreIsNamed() throws Exception {
        done("config1", "confirm", "Summit", "2026-12-02");
        Files.writeString(file, Files.readString(file).replace("first Wednesday", "first Thursday"));
        Said now = windows("--from", "2026-12-01", "--to", "2026-12-03");
        assertThat(now.code()).isZero();
        assertThat(now.out()).isEqualTo("Summit 2026-12-03: Thu 2026-12-03 16:00\u201320:00 UTC, tentative\n");
        assertThat(now.err()).startsWith("What config1 said of Summit 2026-12-02 counts no more");
    }

    private Said december() {
        return windows("--from", "2026-12-02", "--to", "2026-12-02");
    }

    private Said windows(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "windows";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--site";
        all[words.length + 2] = file.toString();
        return run(all);
    }

    private void done(String account, String... words) {
        assertThat(say(account, words)).satisfies(said -> {
            assertThat(said.code()).as(said.out() + said.err()).isZero();
            assertThat(said.out()).contains("It is written and sealed: act ", " UTC, that is ");
        });
    }

    private Said say(String account, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "signoff";
        all[1] = "window";
        System.arraycopy(words, 0, all, 2, words.length);
        return new SignOffLine(site).command(account, all);
    }

    private Said run(String... words) {
        return new SignOffLine(site).command("eve", words);
    }
}
