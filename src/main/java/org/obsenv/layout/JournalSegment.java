package org.obsenv.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of the journal: entries, then room reserved in advance and filled with line feeds, so that an entry can be
 * written when the disk is full. Pure.
 *
 * @param parts what stands up to the last complete entry, oldest first
 * @param end where the next entry goes, in bytes
 * @param torn what stands after the last complete entry and is none: the trace of a write that was cut short
 */
public record JournalSegment(List<Part> parts, int end, String torn) {
    /** The bytes of a whole segment. */
    public static final int SIZE = 256 * 1024;

    private static final String NEXT = "\n" + JournalDocument.START;
    private static final String LAST = "\n" + JournalDocument.END;

    /** What was found, and where: {@code at} counts bytes. */
    public sealed interface Part {
        int at();
    }

    /** A complete entry: its YAML, and where its start mark is. */
    public record Entry(String yaml, int at) implements Part {}

    /** Text before a later entry that is none: somebody or something spoilt it. */
    public record Spoilt(String text, int at) implements Part {}

    public JournalSegment {
        parts = List.copyOf(parts);
    }

    /** The complete entries, oldest first. */
    public List<Entry> entries() {
        return parts.stream()
                .flatMap(part -> part instanceof Entry entry ? Stream.of(entry) : Stream.empty())
                .toList();
    }

    /** The same with one more entry, as {@link JournalDocument#write} made it, written over what was torn. */
    public JournalSegment with(byte[] document) {
        List<Part> more = new ArrayList<>(parts);
        for (Entry entry : parse(document).entries()) {
            more.add(new Entry(entry.yaml(), end + entry.at()));
        }
        return new JournalSegment(more, end + document.length, "");
    }

    /** Finds the entries in a segment's bytes. After what it cannot take it goes on at the next start mark. */
    public static JournalSegment parse(byte[] bytes) {
        // Entries are ASCII; anything else is foreign and must not move the positions.
        return new Search(new String(bytes, StandardCharsets.ISO_8859_1)).run();
    }

    private static final class Search {
        private final String text;
        private final List<Part> parts = new ArrayList<>();
        private int taken;

        Search(String text) {
            this.text = text;
        }

        JournalSegment run() {
            int start = text.startsWith(JournalDocument.START) ? 0 : after(text.indexOf(NEXT));
            while (start >= 0) {
                int body = start + JournalDocument.START.length();
                // From the start mark's own line feed on: an entry may be empty.
                int last = text.indexOf(LAST, body - 1);
                int next = text.indexOf(NEXT, body - 1);
                if (last >= 0 && (next < 0 || last < next)) {
                    take(start, body, last + 1);
                }
                start = after(text.indexOf(NEXT, Math.max(body, taken) - 1));
            }
            return new JournalSegment(parts, taken, visible(text.substring(taken)));
        }

        private static int after(int lineFeed) {
            return lineFeed < 0 ? -1 : lineFeed + 1;
        }

        private void take(int start, int body, int bodyEnd) {
            String between = visible(text.substring(taken, start));
            if (!between.isEmpty()) {
                parts.add(new Spoilt(between, taken));
            }
            parts.add(new Entry(text.substring(body, bodyEnd), start));
            taken = bodyEnd + JournalDocument.END.length();
        }

        /** Reserved room, and what a power failure makes of it, is nothing. */
        private static String visible(String part) {
            return part.replace("\0", "").strip();
        }
    }
}
