package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.cli.SignOffLine.Said;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.helper.LedgerSite;
import org.obsenv.registry.ListedImages;

/** Proposed by its tag, promoted, verified and put back by typing, where a list of images is kept by hand. */
class MoveTagCommandTest {
    private static final WindowChange CONFIRMED =
            new WindowChange.Confirmed("Patch Thursday", new SessionName.Planned(LocalDate.of(2026, 11, 19)));

    @TempDir
    Path directory;

    private LedgerSite site;
    private SignOffLine line;

    @BeforeEach
    void makeASite() throws IOException {
        list(SignOffPolicy.OTHER.text());
        site = new LedgerSite(directory, text -> text + "images: {list: " + directory.resolve("images.yaml") + "}\n");
        line = new SignOffLine(site);
        line.images(new ListedImages(directory.resolve("images.yaml"), site::now), Optional.empty());
    }

    @Test
    void proposesWhatTheTagMeansNow() throws IOException {
        Said said = line.run("maint1", "propose", "w_2026_45", "--reason", "new");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains(SignOffPolicy.IMAGE.text());
        assertThat(site.candidate("w_2026_45-1").candidate().image()).contains(SignOffPolicy.IMAGE);

        assertThat(line.run("maint1", "propose", "w_2026_44", "--reason", "new"))
                .isEqualTo(new Said(1, "", "There is no tag w_2026_44 where the images are. Nothing was done.\n"));
        Files.delete(directory.resolve("images.yaml"));
        Said silent = line.run("maint1", "propose", "w_2026_44", "--reason", "new");
        assertThat(silent.code()).isEqualTo(2);
        assertThat(silent.err()).contains("What w_2026_44 means is unknown: ");
    }

    @Test
    void promotesVerifiesAndPutsBack() throws IOException {
        agree();
        Said ordered = line.run("maint1", "promote", "w_2026_45");
        assertThat(ordered.out())
                .contains("recommended: from " + SignOffPolicy.OTHER + " to " + SignOffPolicy.IMAGE)
                .contains("make recommended of " + directory.resolve("images.yaml") + " mean " + SignOffPolicy.IMAGE)
                .contains("obsenv signoff verify w_2026_45-1");
        assertThat(ordered.code()).isZero();
        assertThat(line.run("eve").out()).contains("its move is ordered (act 15) and not verified");
        Said early = line.run("maint1", "verify", "w_2026_45");
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.out()).contains(SignOffPolicy.IMAGE + " was ordered");

        list(SignOffPolicy.IMAGE.text());
        line.done("maint1", "verify", "w_2026_45");
        assertThat(line.run("eve").out()).endsWith("promoted\n");
        assertThat(line.run("eve", "show", "w_2026_45").out())
                .contains("found recommended at it, before " + SignOffPolicy.OTHER.shortened());

        site.passes(Duration.ofDays(1));
        Said gone = line.run("maint1", "return", "w_2026_45", "--reason", "tutorials crash");
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.out()).contains("images.yaml has no image " + SignOffPolicy.OTHER);
        Files.writeString(
                directory.resolve("images.yaml"),
                "  - {tag: w_2026_38, digest: \"" + SignOffPolicy.OTHER + "\"}\n",
                StandardOpenOption.APPEND);
        line.done("maint1", "return", "w_2026_45", "--reason", "tutorials crash");
        list(SignOffPolicy.OTHER.text());
        line.done("maint1", "verify", "w_2026_45");
        assertThat(line.run("eve", "show", "w_2026_45").out())
                .contains("found recommended back at " + SignOffPolicy.OTHER.shortened())
                .contains("tutorials crash");
    }

    @Test
    void saysWhyNot() {
        line.done("maint1", "propose", "w_2026_45", "--reason", "new");
        Said early = line.run("maint1", "promote", "w_2026_45");
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.out())
                .contains("w_2026_45-1 is not agreed to: 5 steps are open, 5 acknowledgements are missing.")
                .contains("Nothing was written, and no tag was moved.");
        assertThat(line.run("maint1", "verify", "w_2026_45").err())
                .isEqualTo("No move of the recommended tag is under way for w_2026_45-1. Nothing was done.\n");
        assertThat(line.run("maint1", "return", "w_2026_45", "--reason", "x").err())
                .isEqualTo("w_2026_45-1 is not the recommended one. Nothing was done.\n");
    }

    private void agree() {
        line.done("maint1", "propose", "w_2026_45", "--reason", "new");
        line.done("maint1", "meeting", "w_2026_45", "rsp", "--agreed");
        line.done("maint1", "meeting", "w_2026_45", "coordination", "--agreed");
        line.done("owner1", "check", "w_2026_45", "tutorial-notebooks", "data-int", "--passed");
        line.done("owner1", "check", "w_2026_45", "tutorial-notebooks", "summit", "--passed");
        line.done("owner1", "check", "w_2026_45", "system-test", "data-int", "--passed");
        line.done("maint1", "ticket", "w_2026_45", "DM-51902");
        for (String lead : new String[] {"lead1", "lead2", "lead3", "lead5", "lead6"}) {
            line.done(lead, "sign", "w_2026_45");
        }
        line.done("maint1", "pulled", "w_2026_45", "data-int");
        line.done("maint1", "pulled", "w_2026_45", "summit");
        site.say("maint1", CONFIRMED);
        site.passes(Duration.between(site.now(), Instant.parse("2026-11-19T23:05:00Z")));
    }

    private void list(String recommended) throws IOException {
        Files.writeString(directory.resolve("images.yaml"), """
                images:
                  - {tag: w_2026_45, digest: "%s"}
                  - {tag: recommended, digest: "%s"}
                """.formatted(SignOffPolicy.IMAGE, recommended));
    }
}
