package org.obsenv.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.LineEnds;
import org.obsenv.git.FileComparison.Side;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Says of a file that changed what its lines do not: what it is, and what it was. */
final class FileNotes {
    /** More lines of a file than this are not compared: of nothing but line feeds, each would cost sixteen bytes. */
    static final int MOST_LINES = 2_000_000;

    private static final int SHOWN_OID = 12;

    private final FileChange file;
    private final Side before;
    private final Side after;
    private final Words words = Words.of("reading");
    private final List<String> notes = new ArrayList<>();

    FileNotes(FileChange file, Side before, Side after) {
        this.file = file;
        this.before = before;
        this.after = after;
    }

    List<String> all() {
        if (!file.oldPath().equals(file.path())) {
            notes.add(
                    words.text("diff.renamed", "from", Visible.line(file.oldPath()), "to", Visible.line(file.path())));
        }
        kinds();
        links();
        submodules();
        large();
        sizes();
        encodings();
        lineEnds();
        return List.copyOf(notes);
    }

    private boolean isOnBothSides() {
        return !before.is(FileMode.MISSING) && !after.is(FileMode.MISSING);
    }

    private void kinds() {
        if (!isOnBothSides() || before.mode().equals(after.mode())) {
            return;
        }
        boolean areFiles = isFile(before) && isFile(after);
        if (areFiles) {
            String key = after.is(FileMode.EXECUTABLE_FILE) ? "diff.mode.executable" : "diff.mode.plain";
            notes.add(words.text(key, "from", before.mode(), "to", after.mode()));
        } else {
            notes.add(words.text("diff.type", "from", kind(before), "to", kind(after)));
        }
    }

    private static boolean isFile(Side side) {
        return side.is(FileMode.REGULAR_FILE) || side.is(FileMode.EXECUTABLE_FILE);
    }

    private String kind(Side side) {
        if (side.is(FileMode.SYMLINK)) {
            return words.text("diff.kind.link");
        }
        if (side.is(FileMode.GITLINK)) {
            return words.text("diff.kind.submodule");
        }
        return words.text(side.is(FileMode.EXECUTABLE_FILE) ? "diff.kind.program" : "diff.kind.file");
    }

    private void links() {
        if (before.is(FileMode.SYMLINK) || after.is(FileMode.SYMLINK)) {
            notes.add(words.text("diff.link", "from", target(before), "to", target(after)));
        }
    }

    private String target(Side side) {
        return side.is(FileMode.SYMLINK)
                ? side.blob()
                        .text()
                        .filter(text -> text.lines() > 0)
                        .map(text -> Visible.line(text.line(0)))
                        .orElseGet(() -> words.text("diff.unreadable-target"))
                : none(side);
    }

    /** What stands for a side that is something else, or not there. */
    private String none(Side side) {
        return words.text(side.is(FileMode.MISSING) ? "diff.absent" : "diff.something-else");
    }

    private void submodules() {
        if (before.is(FileMode.GITLINK) || after.is(FileMode.GITLINK)) {
            notes.add(words.text("diff.submodule", "from", commit(before), "to", commit(after)));
        }
    }

    private String commit(Side side) {
        return side.is(FileMode.GITLINK) ? side.id().abbreviate(7).name() : none(side);
    }

    private void large() {
        Optional<LfsPointer> old = LfsPointer.of(before.blob());
        Optional<LfsPointer> now = LfsPointer.of(after.blob());
        if (old.isPresent() || now.isPresent()) {
            notes.add(words.text("diff.lfs", "from", told(old, before), "to", told(now, after)));
        }
    }

    private String told(Optional<LfsPointer> pointer, Side side) {
        return pointer.map(each ->
                        words.text("diff.lfs.one", "oid", each.oid().substring(0, SHOWN_OID), "size", each.size()))
                .orElseGet(() -> none(side));
    }

    private void sizes() {
        if (before.is(FileMode.GITLINK) || after.is(FileMode.GITLINK)) {
            return;
        }
        long most = Math.max(before.blob().size(), after.blob().size());
        boolean isText = before.blob().text().isPresent() && after.blob().text().isPresent();
        if (most > Blob.LARGEST) {
            size("diff.large", "limit", Blob.LARGEST / 1024 / 1024);
        } else if (!isText) {
            size("diff.binary", "limit", "");
        } else if (lines(before) > MOST_LINES || lines(after) > MOST_LINES) {
            size("diff.lines", "limit", MOST_LINES);
        } else if (most == 0) {
            notes.add(words.text("diff.empty"));
        }
    }

    private void size(String key, String name, Object value) {
        notes.add(words.text(key, name, value, "from", size(before), "to", size(after)));
    }

    private String size(Side side) {
        return side.is(FileMode.MISSING)
                ? none(side)
                : words.text("diff.bytes", "n", side.blob().size());
    }

    private static int lines(Side side) {
        return side.blob().text().map(FileText::lines).orElse(0);
    }

    private void encodings() {
        Encoding old = before.blob().encoding();
        Encoding now = after.blob().encoding();
        boolean isOldSeen = before.blob().size() > 0;
        boolean isNowSeen = after.blob().size() > 0;
        if (isOldSeen && isNowSeen && old != now) {
            notes.add(words.text("diff.encodings", "from", old.written(), "to", now.written()));
        } else if ((isNowSeen && now != Encoding.UTF_8) || (isOldSeen && old != Encoding.UTF_8)) {
            notes.add(words.text("diff.encoding", "name", isNowSeen ? now.written() : old.written()));
        }
    }

    private void lineEnds() {
        LineEnds old = lineEnds(before);
        LineEnds now = lineEnds(after);
        if (old != LineEnds.NONE && now != LineEnds.NONE && old != now) {
            notes.add(words.text("diff.line-ends", "from", told(old), "to", told(now)));
        } else if (now == LineEnds.CRLF || old == LineEnds.CRLF) {
            notes.add(words.text("diff.line-ends.same", "kind", told(LineEnds.CRLF)));
        }
    }

    private String told(LineEnds ends) {
        return ends == LineEnds.MIXED ? words.text("diff.line-ends.mixed") : ends.name();
    }

    private static LineEnds lineEnds(Side side) {
        return side.blob().text().map(FileText::lineEnds).orElse(LineEnds.NONE);
    }
}
