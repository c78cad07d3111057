package org.obsenv.helper;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.JournalEntry;
import org.obsenv.layout.JournalDocument;
import org.obsenv.layout.JournalSegment;
import org.obsenv.layout.LayoutJournalReader;
import org.obsenv.yaml.YamlProblem;

/**
 * Appends to the journal, in place, into room that was reserved earlier. Used only under the switch lock.
 */
final class JournalFile {
    /** Below this much room the next segment is reserved. */
    private static final int LOW = 64 * 1024;

    private static final String BEGUN_LINE = "\noutcome: " + JournalDocument.BEGUN + "\n";

    private final Path directory;

    JournalFile(Path directory) {
        this.directory = directory;
    }

    /** Writes one entry and forces it; what an earlier write left torn is repaired first. */
    void append(JournalEntry entry) throws IOException {
        byte[] document = JournalDocument.write(entry);
        List<Path> segments = LayoutJournalReader.segments(directory);
        if (segments.isEmpty()) {
            segments = List.of(reserve(1));
        }
        int active = active(segments);
        byte[] bytes = Files.readAllBytes(segments.get(active));
        JournalSegment segment = JournalSegment.parse(bytes);
        if (segment.end() + document.length <= bytes.length) {
            write(segments.get(active), segment, document);
            return;
        }
        Path next = active + 1 < segments.size() ? segments.get(active + 1) : reserve(segments.size() + 1);
        write(next, JournalSegment.parse(Files.readAllBytes(next)), document);
    }

    /** Reserves the next segment when this one is getting full. */
    void keepRoom() throws IOException {
        List<Path> segments = LayoutJournalReader.segments(directory);
        if (segments.isEmpty()) {
            reserve(1);
            return;
        }
        int active = active(segments);
        JournalSegment segment = JournalSegment.parse(Files.readAllBytes(segments.get(active)));
        if (active == segments.size() - 1 && JournalSegment.SIZE - segment.end() < LOW) {
            reserve(segments.size() + 1);
        }
    }

    /** What a write that was cut short left behind the last entry; empty when nothing. */
    String torn() throws IOException {
        List<Path> segments = LayoutJournalReader.segments(directory);
        return segments.isEmpty()
                ? ""
                : JournalSegment.parse(Files.readAllBytes(segments.get(active(segments))))
                        .torn();
    }

    /** The acts that have begun and not ended: their processes died. Looks at the newest three segments. */
    List<JournalEntry> unended() throws IOException {
        List<Path> segments = LayoutJournalReader.segments(directory);
        Map<String, Unread> begun = new LinkedHashMap<>();
        for (Path segment : segments.subList(Math.max(0, segments.size() - 3), segments.size())) {
            for (JournalSegment.Entry entry :
                    JournalSegment.parse(Files.readAllBytes(segment)).entries()) {
                String yaml = entry.yaml();
                // By the lines that we write, not as YAML: parsing weeks of entries took longer than the roll back.
                String idLine = yaml.substring(0, yaml.indexOf('\n') + 1);
                if (yaml.contains(BEGUN_LINE)) {
                    begun.put(idLine, new Unread(segment, yaml));
                } else {
                    begun.remove(idLine);
                }
            }
        }
        return begun.values().stream().flatMap(each -> each.read().stream()).toList();
    }

    /** An entry whose YAML nobody has looked at yet. */
    private record Unread(Path segment, String yaml) {
        Optional<JournalEntry> read() {
            try {
                return Optional.of(JournalDocument.parse(segment.toString(), yaml));
            } catch (YamlProblem e) {
                // An entry spoilt by hand is for the readers to report; it must not stop a roll back.
                return Optional.empty();
            }
        }
    }

    /** The segment that takes the next entry: the last one with entries, or the first when all are empty. */
    private static int active(List<Path> segments) throws IOException {
        for (int i = segments.size() - 1; i > 0; i--) {
            JournalSegment segment = JournalSegment.parse(Files.readAllBytes(segments.get(i)));
            if (!segment.entries().isEmpty() || !segment.torn().isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    private Path reserve(int number) throws IOException {
        Path segment = directory.resolve(String.format("%06d.yaml", number));
        byte[] room = new byte[JournalSegment.SIZE];
        Arrays.fill(room, (byte) '\n');
        Durable.replace(segment, room);
        return segment;
    }

    private static void write(Path file, JournalSegment segment, byte[] document) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITE, NOFOLLOW_LINKS)) {
            if (!segment.torn().isEmpty()) {
                clear(channel, segment.end());
            }
            Durable.writeFully(channel, ByteBuffer.wrap(document), segment.end());
            channel.force(true);
        }
    }

    /** Line feeds over everything from there on: a torn entry would merge into the next one. */
    private static void clear(FileChannel channel, int from) throws IOException {
        byte[] room = new byte[(int) channel.size() - from];
        Arrays.fill(room, (byte) '\n');
        Durable.writeFully(channel, ByteBuffer.wrap(room), from);
        channel.force(true);
    }
}
