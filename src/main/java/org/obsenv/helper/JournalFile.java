package org.obsenv.helper;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.JournalEntry;
import org.obsenv.layout.JournalDocument;
import org.obsenv.layout.JournalSegment;
import org.obsenv.layout.LayoutJournalReader;
import org.obsenv.yaml.YamlProblem;

/**
 * Appends to the journal, in place, into room that was reserved earlier. Used only under the switch lock, by one act:
 * what stands there is read once.
 */
final class JournalFile {
    /** Below this much room the next segment is reserved. */
    private static final int LOW = 64 * 1024;

    /** An act that was begun and not ended stands in one of the newest segments. */
    private static final int LOOKED_AT = 3;

    private static final String BEGUN_LINE = "\noutcome: " + JournalDocument.BEGUN + "\n";

    private final Path directory;
    private @Nullable Open open;

    JournalFile(Path directory) {
        this.directory = directory;
    }

    /** The segments, oldest first, and what is in the one that takes the next entry; its size in bytes. */
    private record Open(List<Path> segments, int active, int size, JournalSegment segment) {
        static Open of(List<Path> segments, int active) throws IOException {
            byte[] bytes = Files.readAllBytes(segments.get(active));
            return new Open(segments, active, bytes.length, JournalSegment.parse(bytes));
        }

        Path file() {
            return segments.get(active);
        }

        boolean isNewest() {
            return active == segments.size() - 1;
        }
    }

    /** Writes one entry and forces it; what an earlier write left torn is repaired first. */
    void append(JournalEntry entry) throws IOException {
        byte[] document = JournalDocument.write(entry);
        Open now = open();
        if (now.segment().end() + document.length > now.size()) {
            now = next(now);
        }
        open = null; // whatever a write that fails leaves behind
        write(now.file(), now.segment(), document);
        open = new Open(now.segments(), now.active(), now.size(), now.segment().with(document));
    }

    /** Reserves the next segment when this one is getting full; one that a dead verb began to reserve is removed. */
    void keepRoom() throws IOException {
        sweep();
        Open now = open();
        if (now.isNewest() && JournalSegment.SIZE - now.segment().end() < LOW) {
            reserve(now.segments().size() + 1);
            open = null;
        }
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, Unique.PREFIX + "*")) {
            for (Path each : unfinished) {
                Files.delete(each);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** What a write that was cut short left behind the last entry; empty when nothing. */
    String torn() throws IOException {
        return open().segment().torn();
    }

    /** The acts that have begun and not ended: their processes died. Looks at the newest three segments. */
    List<JournalEntry> unended() throws IOException {
        Open now = open();
        Map<String, Unread> begun = new LinkedHashMap<>();
        for (int i = Math.max(0, now.active() + 1 - LOOKED_AT); i <= now.active(); i++) {
            Path file = now.segments().get(i);
            JournalSegment segment = i == now.active() ? now.segment() : JournalSegment.parse(Files.readAllBytes(file));
            for (JournalSegment.Entry entry : segment.entries()) {
                String yaml = entry.yaml();
                // By the lines that we write, not as YAML: parsing weeks of entries took longer than the roll back.
                String idLine = yaml.substring(0, yaml.indexOf('\n') + 1);
                if (yaml.contains(BEGUN_LINE)) {
                    begun.put(idLine, new Unread(file, yaml));
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

    private Open open() throws IOException {
        Open known = open;
        if (known != null) {
            return known;
        }
        List<Path> segments = LayoutJournalReader.segments(directory);
        if (segments.isEmpty()) {
            segments = List.of(reserve(1));
        }
        Open read = newestUsed(segments);
        open = read;
        return read;
    }

    /** The last segment with entries, or the first when all are empty. */
    private static Open newestUsed(List<Path> segments) throws IOException {
        for (int i = segments.size() - 1; i > 0; i--) {
            Open each = Open.of(segments, i);
            if (!each.segment().entries().isEmpty() || !each.segment().torn().isEmpty()) {
                return each;
            }
        }
        return Open.of(segments, 0);
    }

    private Open next(Open full) throws IOException {
        List<Path> segments = new ArrayList<>(full.segments());
        if (full.isNewest()) {
            segments.add(reserve(segments.size() + 1));
        }
        return Open.of(segments, full.active() + 1);
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
