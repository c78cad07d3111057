package org.obsenv.git;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.obsenv.domain.DiffLine;

/** Lays a comparison out as hunks with context, up to a limit of lines; what is beyond is counted. */
final class UnifiedLines {
    private static final int CONTEXT = 3;

    private final int limit;
    private final List<DiffLine> lines = new ArrayList<>();
    private int cut;

    UnifiedLines(int limit) {
        this.limit = limit;
    }

    List<DiffLine> lines() {
        return List.copyOf(lines);
    }

    int cut() {
        return cut;
    }

    void note(String text) {
        add(new DiffLine(DiffLine.Kind.NOTE, 0, 0, text));
    }

    void hunks(RawText before, RawText after) {
        EditList edits = LineCounts.edits(before, after);
        int first = 0;
        while (first < edits.size()) {
            int last = first;
            // Edits whose contexts touch share a hunk.
            while (last + 1 < edits.size()
                    && edits.get(last + 1).getBeginA() - edits.get(last).getEndA() <= 2 * CONTEXT) {
                last++;
            }
            hunk(before, after, edits.subList(first, last + 1));
            first = last + 1;
        }
    }

    private void hunk(RawText before, RawText after, List<Edit> edits) {
        Edit first = edits.getFirst();
        Edit last = edits.getLast();
        int oldLine = Math.max(0, first.getBeginA() - CONTEXT);
        int newLine = Math.max(0, first.getBeginB() - CONTEXT);
        int oldEnd = Math.min(before.size(), last.getEndA() + CONTEXT);
        int newEnd = Math.min(after.size(), last.getEndB() + CONTEXT);
        String header = "@@ -" + range(oldLine, oldEnd) + " +" + range(newLine, newEnd) + " @@";
        add(new DiffLine(DiffLine.Kind.HUNK, 0, 0, header));
        for (Edit edit : edits) {
            while (oldLine < edit.getBeginA()) {
                context(before, oldLine++, newLine++);
            }
            while (oldLine < edit.getEndA()) {
                add(new DiffLine(DiffLine.Kind.REMOVED, oldLine + 1, 0, before.getString(oldLine)));
                oldLine++;
            }
            endWithoutLineFeed(before, oldLine, edit.getLengthA());
            while (newLine < edit.getEndB()) {
                add(new DiffLine(DiffLine.Kind.ADDED, 0, newLine + 1, after.getString(newLine)));
                newLine++;
            }
            endWithoutLineFeed(after, newLine, edit.getLengthB());
        }
        while (oldLine < oldEnd) {
            context(before, oldLine++, newLine++);
        }
    }

    private void context(RawText before, int oldLine, int newLine) {
        add(new DiffLine(DiffLine.Kind.CONTEXT, oldLine + 1, newLine + 1, before.getString(oldLine)));
    }

    private void endWithoutLineFeed(RawText text, int next, int shown) {
        if (shown > 0 && next == text.size() && text.isMissingNewlineAtEnd()) {
            note("\\ No newline at end of file");
        }
    }

    /** As git: from 1, the count left out when it is 1; an empty side starts at the line before. */
    private static String range(int begin, int end) {
        int count = end - begin;
        int start = count == 0 ? begin : begin + 1;
        return count == 1 ? Integer.toString(start) : start + "," + count;
    }

    private void add(DiffLine line) {
        if (lines.size() < limit) {
            lines.add(line);
        } else {
            cut++;
        }
    }
}
