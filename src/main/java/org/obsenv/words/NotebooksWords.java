package org.obsenv.words;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.notebooks.Holding;
import org.obsenv.domain.notebooks.Notebooks;
import org.obsenv.domain.notebooks.NotebooksEnding;

/** A person's notebooks in words, the same at the command line and in the console. */
public final class NotebooksWords {
    private final Words words = Words.of("notebooks");

    /** One sentence of how they stand; where nothing can be done, why and what to do. */
    public String state(Notebooks notebooks) {
        return switch (notebooks) {
            case Notebooks.Elsewhere elsewhere -> words.text("state.elsewhere");
            case Notebooks.AtBase at -> words.text("state.at-base");
            case Notebooks.NotHere(String missing, List<String> commands) ->
                words.text("state.not-here", "directory", Visible.line(missing));
            case Notebooks.Blocked(String problem) -> Visible.line(problem);
            case Notebooks.Unknown(String reason) -> words.text("state.unknown", "reason", Visible.line(reason));
        };
    }

    /** What the file is; its lines follow where there are any. */
    public String holds(String file, Holding holding) {
        return switch (holding) {
            case Holding.Nothing none -> words.text("holds.nothing", "file", Visible.line(file));
            case Holding.Text text -> words.text("holds.text", "file", Visible.line(file));
            case Holding.Link(String target, String text) ->
                words.text("holds.link", "file", Visible.line(file), "target", Visible.line(target));
        };
    }

    /** Its lines, each on one line and all that is in it to be seen. */
    public List<String> lines(String text) {
        return text.isEmpty()
                ? List.of(words.text("empty"))
                : text.lines().map(Visible::line).toList();
    }

    public String writes() {
        return words.text("writes");
    }

    /** Where what is there would go. */
    public String keeps(Notebooks.Elsewhere seen) {
        String key = seen.now() instanceof Holding.Link ? "keeps.link" : "keeps";
        return seen.kept()
                .map(kept -> words.text(key, "kept", Visible.line(kept)))
                .orElseGet(() -> words.text("keeps.nothing"));
    }

    /** What undoing would bring. */
    public String undo(Optional<Notebooks.Undo> undo) {
        return switch (undo.orElse(null)) {
            case null -> words.text("undo.none");
            case Notebooks.Undo.Restore(String kept) -> words.text("undo.restore", "kept", Visible.line(kept));
            case Notebooks.Undo.Remove none -> words.text("undo.remove");
        };
    }

    /** How the way to base ended. */
    public String toBase(NotebooksEnding ending) {
        return said(ending, "done.base");
    }

    /** How the way back ended. */
    public String undone(NotebooksEnding ending) {
        return said(ending, "done.undo");
    }

    private String said(NotebooksEnding ending, String done) {
        return switch (ending) {
            case NotebooksEnding.Done(Notebooks now) -> words.text(done);
            case NotebooksEnding.Changed(Notebooks now) ->
                words.text("ending.changed", "file", "~/notebooks/.user_setups");
            case NotebooksEnding.Failed(String problem, Notebooks now) ->
                words.text("ending.failed", "problem", Visible.line(problem));
        };
    }

    public String looking() {
        return words.text("looking");
    }

    public String acting() {
        return words.text("acting");
    }

    public String nextUndo() {
        return words.text("next.undo");
    }

    public String nextBase() {
        return words.text("next.base");
    }

    public String nothingToUndo() {
        return words.text("nothing-to-undo");
    }
}
