package org.obsenv.console.changes;

import java.util.List;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.Known;
import org.obsenv.domain.Pin;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** The drawer's small texts. Pure. */
final class ChangeTexts {
    private final Words words;

    ChangeTexts(Words words) {
        this.words = words;
    }

    String name(ChangeTarget target) {
        return switch (target) {
            case ChangeTarget.None none -> "";
            case ChangeTarget.Nothing nothing -> nothing.name().text();
            case ChangeTarget.Unknown unknown -> unknown.name().text();
            case ChangeTarget.Between between -> between.name().text();
        };
    }

    String range(ChangeTarget target) {
        if (!(target instanceof ChangeTarget.Between between)) {
            return "";
        }
        String from = between.pin() instanceof Pin.Resolved pin && !CommitId.isFull(pin.name())
                ? Visible.line(pin.name())
                : between.from().abbreviated();
        return words.text(
                between.toDeploy() ? "changes.range.deploy" : "changes.range",
                "from",
                from,
                "to",
                between.to().abbreviated());
    }

    String said(ChangeTarget target) {
        return switch (target) {
            case ChangeTarget.None none -> "";
            case ChangeTarget.Nothing nothing -> words.text("changes.nothing");
            case ChangeTarget.Unknown unknown ->
                words.text("changes.unreadable", "why", Visible.line(unknown.reason()));
            case ChangeTarget.Between between -> "";
        };
    }

    String commitCount(Asked<CommitRange> asked) {
        return asked instanceof Asked.Answered<CommitRange>(Known.Value<CommitRange>(CommitRange range))
                ? words.count(
                        "changes.commits",
                        (long) range.gained().size() + range.lost().size() + range.cut())
                : words.text("changes.commits");
    }

    String fileCount(Asked<List<FileChange>> asked) {
        return asked instanceof Asked.Answered<List<FileChange>>(Known.Value<List<FileChange>>(List<FileChange> files))
                ? words.count("changes.files", files.size(), "lines", sum(files))
                        .strip()
                : words.text("changes.files");
    }

    private String sum(List<FileChange> files) {
        int added = files.stream().mapToInt(each -> Math.max(0, each.added())).sum();
        int removed =
                files.stream().mapToInt(each -> Math.max(0, each.removed())).sum();
        return added + removed == 0 ? "" : words.text("changes.lines", "added", added, "removed", removed);
    }

    /** Lines added and removed; what was not counted is not shown as zero. */
    String lines(FileChange file) {
        return file.added() < 0 || file.removed() < 0
                ? ""
                : words.text("changes.lines", "added", file.added(), "removed", file.removed());
    }

    String path(FileChange file) {
        String path = Visible.line(file.path());
        return switch (file.kind()) {
            case MODIFIED -> path;
            case ADDED -> words.text("changes.path.added", "path", path);
            case DELETED -> words.text("changes.path.deleted", "path", path);
            case TYPE_CHANGED -> words.text("changes.path.type", "path", path);
            case RENAMED -> words.text("changes.path.renamed", "path", path, "old", Visible.line(file.oldPath()));
        };
    }
}
