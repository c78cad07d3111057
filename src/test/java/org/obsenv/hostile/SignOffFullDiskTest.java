package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.helper.LedgerSite;
import org.obsenv.helper.PromotionSite;

/** A store on a file system of its own that runs full or read-only: refused by name, and nothing is changed. */
@Tag("root")
class SignOffFullDiskTest {
    @TempDir
    Path directory;

    LedgerSite site;
    Mount disk;
    String weekly;

    @BeforeEach
    void proposeOnASmallDisk() {
        site = new LedgerSite(directory);
        disk = Mount.tmpfs(site.paths().store(), "size=256k,nr_inodes=40");
        weekly = site.propose();
    }

    @AfterEach
    void unmount() {
        disk.close();
    }

    @Test
    void refusesWithoutBlocksAndGoesOnWhenThereAreSome() throws IOException {
        Path filler = fill();
        refused(site.sign("lead1", weekly, "platform"));
        Files.delete(filler);
        assertThat(site.sign("lead1", weekly, "platform")).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void ordersNoMoveOfTheTagThatCannotBeRecorded() throws IOException {
        disk.close();
        Path images = Files.writeString(
                directory.resolve("images.yaml"), """
                images:
                  - {tag: w_2026_45, digest: "%s"}
                  - {tag: recommended, digest: "%s"}
                """.formatted(SignOffPolicy.IMAGE, SignOffPolicy.OTHER));
        LedgerSite there = new LedgerSite(
                Files.createDirectory(directory.resolve("there")), text -> text + "images: {list: " + images + "}\n");
        disk = Mount.tmpfs(there.paths().store(), "size=256k,nr_inodes=40");
        PromotionSite.agreeNow(there, SignOffPolicy.IMAGE);
        TagMove move = new TagMove.Promote(Optional.of(SignOffPolicy.OTHER));
        Path filler = fill();
        refused(there, weekly, there.move("maint1", weekly, SignOffPolicy.IMAGE, move));
        assertThat(there.candidate(weekly).candidate().order()).isEmpty();
        Files.delete(filler);
        assertThat(there.move("maint1", weekly, SignOffPolicy.IMAGE, move)).isInstanceOf(Outcome.Recorded.class);
        assertThat(there.candidate(weekly).candidate().order()).isPresent();
    }

    private Path fill() {
        Path filler = disk.directory().resolve("filler");
        try (FileChannel channel = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (channel.write(ByteBuffer.allocate(4096)) > 0) {
                // until there is no block left
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        return filler;
    }

    @Test
    void refusesWithoutInodesAndGoesOnWhenThereAreSome() throws IOException {
        Path fillers = Files.createDirectory(disk.directory().resolve("fillers"));
        try {
            for (int i = 0; i < 100; i++) {
                Files.createFile(fillers.resolve(Integer.toString(i)));
            }
            throw new AssertionError("there was no end of inodes");
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        refused(site.sign("lead1", weekly, "platform"));
        Files.delete(fillers.resolve("0"));
        Files.delete(fillers.resolve("1"));
        assertThat(site.sign("lead1", weekly, "platform")).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void refusesOnAReadOnlyDisk() {
        disk.remount("ro");

        assertThat(site.sign("lead1", weekly, "platform"))
                .isEqualTo(new Outcome.Refused(
                        Refusal.READ_ONLY, Map.of("root", site.paths().store().toString(), "host", "console-3")));

        disk.remount("rw");
        assertThat(site.sign("lead1", weekly, "platform")).isInstanceOf(Outcome.Recorded.class);
    }

    private void refused(Outcome outcome) {
        refused(site, weekly, outcome);
    }

    private static void refused(LedgerSite site, String candidate, Outcome outcome) {
        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(
                        Refusal.NO_ROOM,
                        Map.of("store", site.paths().store().toString(), "problem", "No space left on device")));
        assertThat(site.candidate(candidate).isWhole()).isTrue();
    }
}
