package org.obsenv.words;

import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.trace.Cause;

/** Says what an alarm is about, what it means and what to do next. */
public final class AlarmTexts {
    private final Words words = Words.of("trace");

    /** One line: the package, then what is wrong. */
    public String line(Cause cause) {
        String what = what(cause);
        return cause.about()
                .map(name -> words.text("line", "package", name, "what", what))
                .orElse(what);
    }

    /** What is wrong, without the package. */
    public String what(Cause cause) {
        return switch (cause) {
            case Cause.MergedBack(PackageName name, String branch, CommitId newest) ->
                words.text("what.merged-back", "branch", Visible.line(branch), "commit", newest.abbreviated());
            case Cause.Rewritten(PackageName name, CommitId kept, CommitId offered) ->
                words.text("what.rewritten", "kept", kept.abbreviated(), "commit", offered.abbreviated());
            case Cause.OfCommit(Cause.Kind kind, PackageName name, CommitId one) ->
                words.text("what." + kind.written(), "commit", one.abbreviated());
            case Cause.ListNotBuilt list -> words.text("what.list-not-built");
        };
    }

    /** In two or three words, where there is little room. */
    public String tag(Cause.Kind kind) {
        return words.text("tag." + kind.written());
    }

    public String means(Cause.Kind kind) {
        return words.text("means." + kind.written());
    }

    public String next(Cause.Kind kind) {
        return words.text("next." + kind.written());
    }
}
