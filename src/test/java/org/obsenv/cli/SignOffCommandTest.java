package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.cli.SignOffLine.Said;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.helper.LedgerSite;

/** {@code obsenv signoff} on a real store, with the verb in this process. */
class SignOffCommandTest {
    @TempDir
    Path directory;

    private LedgerSite site;
    private SignOffLine line;

    @BeforeEach
    void makeASite() {
        site = new LedgerSite(directory);
        line = new SignOffLine(site);
        assertThat(run("maint1", "propose", "w_2026_45", "--digest", SignOffPolicy.IMAGE.text(), "--reason", "new")
                        .code())
                .isZero();
    }

    @Test
    void climbsTheLadderByTyping() {
        done("maint1", "meeting", "w_2026_45", "rsp", "--agreed");
        done("maint1", "meeting", "w_2026_45", "coordination", "--agreed", "--note", "fine");
        done("owner1", "check", "w_2026_45", "tutorial-notebooks", "data-int", "--passed", "--evidence", "https://x");
        done("owner1", "check", "w_2026_45", "tutorial-notebooks", "summit", "--passed");
        done("owner1", "check", "w_2026_45", "system-test", "data-int", "--passed");
        done("maint1", "ticket", "w_2026_45", "DM-51902");
        for (String lead : new String[] {"lead1", "lead2", "lead3", "lead5", "lead6"}) {
            done(lead, "sign", "w_2026_45");
        }

        Said list = run("eve");
        assertThat(list).isEqualTo(new Said(0, "w_2026_45-1  Weekly 2026_45  sha256:9f3c…3c  agreed\n", ""));
        Said show = run("eve", "show", "w_2026_45-1");
        assertThat(show.code()).isZero();
        assertThat(show.out())
                .contains("Weekly 2026_45  (w_2026_45-1, " + SignOffPolicy.IMAGE + ")")
                .contains("  Coordination meeting")
                .contains("  Science Pipelines lead [pipelines]: signed by lead2, 2026-11-13 ")
                .contains("  tutorial-notebooks on data-int: passed (owner1, ")
                .contains(" owner1 entered system-test on data-int as passed");
        assertThat(run("eve", "--json").out().replaceAll("\\s+", " "))
                .contains("\"candidate\": \"w_2026_45-1\"", "\"state\": \"agreed\"", "\"signed\": 5", "\"broken\": []");
        assertThat(run("eve", "show", "--json", "w_2026_45").out())
                .contains("\"act\": \"acknowledged\"", "\"unverified-from\": null");
    }

    @Test
    void everyEndingIsSaidInWords() {
        Said refused = run("lead1", "sign", "w_2026_45", "--seat", "pipelines");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out())
                .contains("lead1 may not act as Science Pipelines lead: that is for lead2")
                .contains("Nothing was written.", "Ask the holder to sign", "Contact: On call, +56 2");

        Said signed = run("lead1", "sign", "w_2026_45");
        assertThat(signed.out()).isEqualTo("""
                For w_2026_45-1, bound to %s
                It is written and sealed: act 2 of w_2026_45-1.
                Signed while 3 notebook checks are missing or failing
                """.formatted(SignOffPolicy.IMAGE));

        assertThat(run("eve", "sign", "w_2026_45").err())
                .isEqualTo("eve has no seat here. Seats are: platform, pipelines, owner, community, middleware."
                        + " Nothing was done.\n");
        assertThat(run("eve", "sign", "w_2026_44")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(3);
            assertThat(said.err()).contains("There is no candidate w_2026_44. Candidates are: w_2026_45-1.");
        });
        assertThat(run("lead1", "object", "w_2026_45").code()).isEqualTo(3);
        assertThat(run("maint1", "meeting", "w_2026_45", "rsp").code()).isEqualTo(3);
        assertThat(run("lead2", "sign", "w_2026_45", "--digest", SignOffPolicy.OTHER.text())
                        .out())
                .contains("proposed for another image than the one you mean");
        assertThat(run("lead2", "sign", "w_2026_45", "--digest", "9f3c").code()).isEqualTo(3);
    }

    @Test
    void anObjectionAndItsWithdrawal() {
        done("lead2", "object", "w_2026_45", "--comment", "tutorials crash");
        assertThat(run("eve").out()).contains("Science Pipelines lead objects, 0 of 5 signed");
        done("lead2", "withdraw", "w_2026_45", "2");
        done("lead2", "sign", "w_2026_45");
        assertThat(run("eve", "show", "w_2026_45").out())
                .contains("lead2 objected as pipelines: tutorials crash (withdrawn)");
    }

    @Test
    void aTagThatMovedIsProposedInTheSameDocument() {
        done("lead2", "sign", "w_2026_45");
        done("maint1", "propose", "w_2026_45", "--digest", SignOffPolicy.OTHER.text(), "--reason", "rebuilt");

        assertThat(run("eve").out()).contains("w_2026_45-1").contains("sha256:07aa…aa  0 of 5 signed");
        assertThat(run("eve", "show", "w_2026_45").out())
                .contains("struck: lead2 signed another image, sha256:9f3c…3c; must be asked again");
    }

    @Test
    void designatesByDays() {
        done("lead1", "designate", "platform", "dana", "--from", "2026-11-13", "--to", "2026-11-20");
        assertThat(run("eve", "designate").out()).isEqualTo("""
                dana may sign for lead1 as platform, from 2026-11-13 00:00 UTC to 2026-11-21 00:00 UTC
                """);
        done("dana", "sign", "w_2026_45");
        assertThat(run("eve", "show", "w_2026_45").out()).contains("signed by dana for lead1");
        done("lead1", "designate", "--end", "1");
        assertThat(run("eve", "designate").out()).isEqualTo("Nobody is designated.\n");
        assertThat(run("lead1", "designate", "platform", "dana").code()).isEqualTo(3);
        assertThat(run("lead1", "designate", "platform", "dana", "--to", "2026-11-01")
                        .err())
                .contains("before the first");
    }

    @Test
    void somebodyWhoSignsMeanwhileIsNotInTheWay() {
        line.between(
                () -> assertThat(site.sign("lead2", "w_2026_45-1", "pipelines")).isInstanceOf(Outcome.Recorded.class));

        done("lead1", "sign", "w_2026_45");

        assertThat(site.candidate("w_2026_45-1").candidate().acts()).hasSize(3);
    }

    @Test
    void anObjectionMeanwhileIsShownFirst() {
        line.between(
                () -> assertThat(site.act("lead2", "w_2026_45-1", new Deed.Objected("pipelines", "tutorials crash")))
                        .isInstanceOf(Outcome.Recorded.class));

        Said said = run("lead1", "sign", "w_2026_45");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("Something was done about w_2026_45-1 since you looked: lead2 objected.");
        assertThat(site.candidate("w_2026_45-1").candidate().acts()).hasSize(2);
    }

    @Test
    void whatIsBrokenOrUnverifiedIsNamedAndTheRestWorks() throws Exception {
        Path file = site.paths().candidates().resolve("w_2026_45-1.yaml");
        Files.writeString(file, Files.readString(file).replace("reason: new", "reason: old"));
        Files.writeString(site.paths().candidates().resolve("w_2026_30-1.yaml"), "acts: [");
        done("maint1", "propose", "w_2026_46", "--digest", SignOffPolicy.IMAGE.text(), "--reason", "next");

        Said said = run("eve");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out().lines())
                .anyMatch(line -> line.endsWith("UNVERIFIED from act 1: not as it was sealed"))
                .anyMatch(line -> line.startsWith("! candidates/w_2026_30-1.yaml, line "))
                .anyMatch(line -> line.startsWith("w_2026_46-1  Weekly 2026_46  "));
        assertThat(run("eve", "--json").out()).contains("\"state\": \"unverified\"", "\"why\": \"changed\"");
    }

    private void done(String account, String... words) {
        line.done(account, words);
    }

    private Said run(String account, String... words) {
        return line.run(account, words);
    }
}
