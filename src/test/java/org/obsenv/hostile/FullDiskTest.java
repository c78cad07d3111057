package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.fixture.Journal;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.JournalSegment;
import org.obsenv.protocol.Verb;

/** An environment on a file system of its own that runs full, or read-only. */
@Tag("root")
class FullDiskTest {
    @TempDir
    Path directory;

    TestEnvironment environment;
    Mount disk;

    @BeforeEach
    void setUpOnASmallDisk() {
        environment = TestEnvironment.prepare(directory, "ts_wep");
        disk = Mount.tmpfs(environment.root(), "size=24m,nr_inodes=2000");
        assertThat(environment.run(Verb.SETUP)).isInstanceOf(Outcome.Built.class);
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
    }

    @AfterEach
    void unmount() {
        disk.close();
    }

    @Test
    void rollsBackAndForthWithBlocksFull() throws IOException {
        fillBlocks();
        requireBackAndForth();
    }

    @Test
    void rollsBackAndForthWithInodesFull() throws IOException {
        fillInodes();
        requireBackAndForth();
    }

    @Test
    void rollsBackAndForthWithBlocksAndInodesFull() throws IOException {
        fillBlocks();
        fillInodes();
        requireBackAndForth();
    }

    @Test
    void saysThatTheRecordIsIncompleteWhenEvenTheJournalsRoomIsGone() throws IOException {
        Path journal = environment.paths().journal().resolve("000001.yaml");
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            channel.truncate(JournalSegment.parse(Files.readAllBytes(journal)).end());
        }
        fillBlocks();

        assertThat(environment.run(Verb.ROLLBACK))
                .isInstanceOfSatisfying(Outcome.Switched.class, switched -> assertThat(switched.remarks())
                        .containsExactly(Remark.RECORD_INCOMPLETE));
        assertThat(environment.current()).isEqualTo("generations/000002");
    }

    @Test
    void aSyncThatFindsNoRoomChangesNothingAndIsSweptWhenThereIsSome() throws IOException {
        environment.remote("ts_wep").hotfix("Retry it twice", "version = 3\n");
        Path filler = fillBlocks();
        ThreeLinks before = ThreeLinks.of(environment);

        Outcome outcome = environment.run(Verb.SYNC);

        assertThat(outcome).isNotInstanceOf(Outcome.Switched.class);
        assertThat(ThreeLinks.of(environment)).as(outcome.toString()).isEqualTo(before);
        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
        Files.delete(filler);
        assertThat(environment.run(Verb.SYNC))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.movedCount())
                        .isEqualTo(1));
        new Wholeness(environment).learn().requireSwept("after there was room again");
    }

    @Test
    void refusesOnAReadOnlyDiskAndChangesNothing() {
        String before = Wholeness.content(environment.root());
        disk.remount("ro");

        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.READ_ONLY);
            assertThat(refused.facts()).containsEntry("root", environment.root().toString());
        });

        assertThat(Wholeness.content(environment.root())).isEqualTo(before);
        disk.remount("rw");
        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
    }

    private void requireBackAndForth() {
        for (Verb verb : List.of(Verb.ROLLBACK, Verb.RESUME, Verb.ROLLBACK, Verb.RESUME, Verb.ROLLBACK)) {
            assertThat(environment.run(verb))
                    .isInstanceOfSatisfying(Outcome.Switched.class, switched -> assertThat(switched.remarks())
                            .as(verb.written())
                            .isEmpty());
            assertThat(environment.current()).isEqualTo(verb == Verb.RESUME ? "deploy" : "generations/000002");
        }
        assertThat(Journal.newest(environment.paths(), 5).stream().map(entry -> entry.act() + " " + entry.outcome()))
                .containsExactly("rollback done", "resume done", "rollback done", "resume done", "rollback done");
    }

    private Path fillBlocks() throws IOException {
        Path filler = disk.directory().resolve("filler");
        try (FileChannel channel = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (channel.write(ByteBuffer.allocate(4096)) > 0) {
                // until there is no block left
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        assertThat(disk.directory().toFile().getUsableSpace()).isZero();
        return filler;
    }

    private void fillInodes() throws IOException {
        Path fillers = Files.createDirectory(disk.directory().resolve("fillers"));
        try {
            for (int i = 0; i < 10_000; i++) {
                Files.createFile(fillers.resolve(Integer.toString(i)));
            }
            throw new AssertionError("there was no end of inodes");
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
