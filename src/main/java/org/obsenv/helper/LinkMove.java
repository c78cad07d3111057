package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.Remark;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.words.IoWords;

/**
 * The move of one link and its record: begun in the journal before the rename, ended after it. Used only under the
 * switch lock.
 *
 * <p>The journal is a record of the move, not a condition of it: a roll back on a broken disk still counts. Once the
 * rename returned the move is done, and whatever fails afterwards is a remark.
 */
final class LinkMove {
    private final Act act;
    private final JournalFile journal;
    private final ActRecord record;
    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);

    LinkMove(Act act) {
        this.act = act;
        this.journal = new JournalFile(act.paths().journal());
        this.record = new ActRecord(act, journal);
    }

    /** What must be said of it. */
    Set<Remark> remarks() {
        return remarks;
    }

    /** Tells in the journal what verbs that died could not. */
    void repair() {
        recorded(record::repair);
    }

    /**
     * Renames a link of that text over {@code link}.
     *
     * @return when the rename returned
     * @throws IOException when nothing was moved
     */
    Instant move(Path link, Optional<String> from, String to, List<PackageMove> moves) throws IOException {
        return move(link, from, to, moves, Optional.empty());
    }

    /** As the other, with a note for the record of a move that was done. */
    Instant move(Path link, Optional<String> from, String to, List<PackageMove> moves, Optional<String> note)
            throws IOException {
        recorded(() -> record.begin(from, to));
        try {
            Files.move(new ReadyLinks(act.paths().ready()).take(to), link, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            recorded(() -> record.end(from, to, List.of(), "failed", Optional.of(IoWords.of(e))));
            throw e;
        }
        Instant at = act.clock().instant();
        confirm(link, to);
        recorded(() -> record.end(from, to, moves, "done", note));
        return at;
    }

    /** Records the reason, if one came, of a move that was made before. */
    void tellLateReason(String target) {
        if (act.request().reason().isPresent()) {
            recorded(() -> record.reasonFor(target));
        }
    }

    private void confirm(Path link, String to) {
        Optional<String> now;
        try {
            Durable.forceDirectory(Durable.parent(link));
            now = Links.text(link);
        } catch (IOException e) {
            remarks.add(Remark.UNCONFIRMED);
            return;
        }
        if (!now.equals(Optional.of(to))) {
            remarks.add(Remark.UNCONFIRMED); // somebody who heeds no lock renamed it again
        }
    }

    /** Makes ready for the next move; on a full disk what is ready is enough, so this may fail quietly. */
    void tidy() {
        try {
            Set<String> targets = new TreeSet<>(Set.of(LayoutPaths.DEPLOY));
            act.links().base().map(LayoutPaths::textOf).ifPresent(targets::add);
            new ReadyLinks(act.paths().ready()).replenish(targets);
        } catch (IOException e) {
            // Without a ready link the next move makes one, and fails by name if it cannot.
        }
        try {
            journal.keepRoom();
        } catch (IOException e) {
            // The next act tries again, and says "record incomplete" if there really is no room.
        }
    }

    private interface Entry {
        void write() throws IOException;
    }

    private void recorded(Entry entry) {
        try {
            entry.write();
        } catch (IOException e) {
            remarks.add(Remark.RECORD_INCOMPLETE);
        }
    }
}
