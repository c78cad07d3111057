package org.obsenv.domain.timeline;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.PackageMove;

/**
 * A head that the gate refused, as the journal tells it.
 *
 * @param move the package, from the head that stays to the one that was refused
 * @param what in a few words, such as "does not compile"
 * @param author whose commit it is, as the commit says; empty where the journal does not tell
 * @param detail the first line of the reason; may be empty
 */
public record KeptOut(PackageMove move, String what, String author, String detail) {
    /** The journal's word for it, as act and as outcome. */
    public static final String REFUSED = "refused";

    private static final String AFTER_AUTHOR = "; ";

    /** The note of such an entry. */
    public static String note(String author, List<String> lines) {
        String detail = lines.isEmpty() ? "" : lines.getFirst().strip();
        return author.replace(';', ',') + AFTER_AUTHOR + detail;
    }

    /** Empty when the entry tells of something else. */
    public static Optional<KeptOut> of(JournalEntry entry) {
        if (!entry.act().equals(REFUSED) || entry.moved().isEmpty()) {
            return Optional.empty();
        }
        String note = entry.note().orElse("");
        int end = note.indexOf(AFTER_AUTHOR);
        return Optional.of(new KeptOut(
                entry.moved().getFirst(),
                entry.reason().orElse(""),
                end < 0 ? "" : note.substring(0, end),
                end < 0 ? note : note.substring(end + AFTER_AUTHOR.length())));
    }
}
