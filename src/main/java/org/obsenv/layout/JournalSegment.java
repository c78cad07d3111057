package org.obsenv.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of the journal: entries, then room reserved in advance and filled with line feeds, so that an entry can be
 * written when the disk is full. Pure.
 *
 * @param entries the YAML of every complete entry, oldest first
 * @param end where the next entry goes, in bytes
 * @param torn what stands after the last complete entry and is none: the trace of a write that was cut short
 */
public record JournalSegment(List<String> entries, int end, String torn) {
    /** The bytes of a whole segment. */
    public static final int SIZE = 256 * 1024;

    public JournalSegment {
        entries = List.copyOf(entries);
    }

    /** Finds the entries in a segment's bytes; what it cannot read as an entry ends up in {@code torn}. */
    public static JournalSegment parse(byte[] bytes) {
        // Entries are ASCII; anything else is foreign and must not move the positions.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> entries = new ArrayList<>();
        int position = 0;
        while (text.startsWith(JournalDocument.START, position)) {
            int body = position + JournalDocument.START.length();
            int end = text.indexOf("\n" + JournalDocument.END, body);
            int next = text.indexOf("\n" + JournalDocument.START, body);
            if (end < 0 || (next >= 0 && next < end)) {
                break;
            }
            entries.add(text.substring(body, end + 1));
            position = end + 1 + JournalDocument.END.length();
        }
        return new JournalSegment(
                entries, position, text.substring(position).strip().replace("\0", ""));
    }
}
