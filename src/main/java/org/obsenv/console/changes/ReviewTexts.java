package org.obsenv.console.changes;

import java.util.List;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.Known;
import org.obsenv.domain.Pin;
import org.obsenv.domain.changes.RangeHistory;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** The page's titles, counts and what it says in place of lists. Pure. */
final class ReviewTexts {
    private final Words words;

    ReviewTexts(Words words) {
        this.words = words;
    }

    /** {@code v2.2.1 → running}. */
    String range(ReviewTarget target) {
        return switch (target) {
            case ReviewTarget.None none -> words.text("review.range.none");
            case ReviewTarget.Unknown unknown -> unknown.name().text();
            case ReviewTarget.Between between ->
                words.text(
                        between.endsAtDeploy() ? "review.range.deploy" : "review.range",
                        "pin",
                        pin(between.pin(), between.from()));
        };
    }

    private static String pin(Pin pin, CommitId from) {
        return pin instanceof Pin.Resolved resolved && !CommitId.isFull(resolved.name())
                ? Visible.cut(resolved.name(), 40)
                : from.abbreviated();
    }

    String commitCount(Asked<Review> asked) {
        return asked instanceof Asked.Answered<Review>(Known.Value<Review>(Review review))
                ? words.count(
                        "review.commits",
                        (long) review.commits().size()
                                + review.between().cut()
                                + review.coming().found().map(RangeHistory::cut).orElse(0))
                : "";
    }

    /** What stands where the commits would. */
    String said(ReviewTarget target, Asked<Review> asked, boolean isWaiting) {
        return switch (target) {
            case ReviewTarget.None none -> words.text(isWaiting ? "table.empty.waiting" : "review.nothing.sub");
            case ReviewTarget.Unknown(var name, String reason) ->
                words.text("changes.unreadable", "why", Visible.line(reason));
            case ReviewTarget.Between between ->
                asked instanceof Asked.Answered<Review>(Known.Unknown<Review>(String why))
                        ? words.text("changes.unreadable", "why", Visible.line(why))
                        : words.text("changes.commits.reading");
        };
    }

    /** {@code Files in 8f31c02}, or between which two commits. */
    String files(CommitSpan span, ReviewTarget target) {
        return switch (span) {
            case CommitSpan.One one ->
                words.text("review.files.one", "commit", one.commit().id().abbreviated());
            case CommitSpan.Several several ->
                words.text(
                        "review.files.several",
                        "from",
                        several.oldest().id().abbreviated(),
                        "to",
                        several.newest().id().abbreviated());
            case CommitSpan.Whole whole ->
                target instanceof ReviewTarget.Between between
                        ? words.text(
                                between.endsAtDeploy() ? "review.files.deploy" : "review.files.whole",
                                "pin",
                                pin(between.pin(), between.from()))
                        : words.text("changes.files");
        };
    }

    /** {@code 2 · +14 −3}; lines only where all of them were counted. */
    String fileCount(List<FileChange> files) {
        boolean isCounted = files.stream().allMatch(each -> each.added() >= 0 && each.removed() >= 0);
        int added = files.stream().mapToInt(FileChange::added).sum();
        int removed = files.stream().mapToInt(FileChange::removed).sum();
        String lines = isCounted && added + removed > 0
                ? words.text("separator") + words.text("changes.lines", "added", added, "removed", removed)
                : "";
        return files.size() + lines;
    }

    String saidOfFiles(Asked<List<FileChange>> asked) {
        return switch (asked) {
            case Asked.Not<List<FileChange>> not -> "";
            case Asked.Waiting<List<FileChange>> waiting -> words.text("changes.files.reading");
            case Asked.Answered<List<FileChange>>(Known.Unknown<List<FileChange>>(String why)) ->
                words.text("changes.unreadable", "why", Visible.line(why));
            case Asked.Answered<List<FileChange>>(Known.Value<List<FileChange>> value) ->
                words.text("changes.files.none");
        };
    }
}
