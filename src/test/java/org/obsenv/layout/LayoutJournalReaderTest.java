package org.obsenv.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;

class LayoutJournalReaderTest {
    @TempDir
    Path root;

    private Path segment;
    private LayoutJournalReader reader;

    @BeforeEach
    void makeAJournal() throws IOException {
        LayoutPaths paths = new LayoutPaths(root);
        Files.createDirectories(paths.journal());
        segment = paths.journal().resolve("000001.yaml");
        reader = new LayoutJournalReader(paths);
    }

    @Test
    void tellsTheNewestFirstAndAnActOnce() throws IOException {
        write(text(entry("a", "begun")), text(entry("a", "done")), text(entry("b", "done")));

        assertThat(reader.newest(10))
                .isEqualTo(Known.of(List.of(Known.of(entry("b", "done")), Known.of(entry("a", "done")))));
        assertThat(reader.newest(1)).isEqualTo(Known.of(List.of(Known.of(entry("b", "done")))));
    }

    @Test
    void anEntryThatCannotBeReadStandsAmongTheOthersWithItsPlace() throws IOException {
        write(
                text(entry("a", "done")),
                text(entry("b", "done")).replace("moved: 0", "moved: zero"),
                text(entry("c", "done")));

        int line = text(entry("a", "done")).lines().toList().size()
                + text(entry("b", "done")).lines().toList().indexOf("moved: 0")
                + 1;
        assertThat(reader.newest(10))
                .isEqualTo(Known.of(List.of(
                        Known.of(entry("c", "done")),
                        Known.unknown(segment + ", line " + line + ", key moved: expected a count, found \"zero\""),
                        Known.of(entry("a", "done")))));
    }

    @Test
    void anEntryWithASpoiltEndStandsAmongTheOthersWithItsPlace() throws IOException {
        String first = text(entry("a", "done"));
        write(first, text(entry("b", "done")).replace("\n...\n", "\n..\n"), text(entry("c", "done")));

        int line = first.lines().toList().size() + 1;
        assertThat(reader.newest(10))
                .isEqualTo(Known.of(List.of(
                        Known.of(entry("c", "done")),
                        Known.unknown(segment + ", line " + line + ": what stands here is no entry of the journal"),
                        Known.of(entry("a", "done")))));
    }

    @Test
    void aJournalThatIsNotThereIsUnknown() throws IOException {
        Files.delete(root.resolve(".obsenv/journal"));

        assertThat(reader.newest(10)).isEqualTo(Known.unknown(root.resolve(".obsenv/journal") + " is not there"));
    }

    private void write(String... texts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String each : texts) {
            all.write(each.getBytes(StandardCharsets.US_ASCII));
        }
        all.write("\n".repeat(100).getBytes(StandardCharsets.US_ASCII));
        Files.write(segment, all.toByteArray());
    }

    private static String text(JournalEntry entry) {
        return new String(JournalDocument.write(entry), StandardCharsets.US_ASCII);
    }

    private static JournalEntry entry(String id, String outcome) {
        return new JournalEntry(
                id,
                Instant.parse("2026-11-21T03:13:02Z"),
                "rollback",
                "nina",
                Optional.empty(),
                "ws1",
                Optional.of("deploy"),
                Optional.of("generations/000002"),
                0,
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                outcome,
                Optional.empty());
    }
}
