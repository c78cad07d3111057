package org.obsenv.words;

import java.util.ArrayList;
import java.util.List;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.domain.changes.Ticket;
import org.obsenv.domain.handover.Handover;

/** The hot-fixes that somebody has not finished. Pure. */
final class HandoverOwing {
    private final Words words;

    HandoverOwing(Words words) {
        this.words = words;
    }

    HandoverSection section(Handover handover) {
        String title = words.text("owed");
        if (handover.owing().isEmpty()) {
            return new HandoverSection(title, List.of(words.text("none")), HandoverSection.Tone.EMPTY);
        }
        List<String> lines = new ArrayList<>();
        HandoverSection.Tone tone = HandoverSection.Tone.ATTENTION;
        for (var each : handover.owing().entrySet()) {
            switch (each.getValue()) {
                case Known.Value<List<RangeCommit>>(List<RangeCommit> fixes) ->
                    fixes.forEach(fix -> lines.add(line(each.getKey(), fix)));
                case Known.Unknown<List<RangeCommit>>(String reason) -> {
                    lines.add(words.text("owed.unknown", "name", each.getKey().text(), "reason", Visible.line(reason)));
                    tone = HandoverSection.Tone.UNKNOWN;
                }
            }
        }
        return new HandoverSection(title, lines, tone);
    }

    private String line(PackageName name, RangeCommit fix) {
        List<String> owes = new ArrayList<>();
        owes.add(fix.ticket().map(Ticket::id).map(Visible::line).orElseGet(() -> words.text("owed.no-ticket")));
        if (fix.isUntaggedHotFix()) {
            owes.add(words.text("owed.no-tag"));
        }
        owes.add(
                switch (fix.counterpart()) {
                    case Counterpart.SameCommit(String branch) -> words.text("owed.in", "branch", branch);
                    case Counterpart.SamePatch(String branch, var twin) -> words.text("owed.in", "branch", branch);
                    case Counterpart.NotByCommit(List<String> branches) -> words.text("owed.not-looked");
                    case Counterpart.Missing(List<String> branches) ->
                        words.text("owed.not-in", "branches", String.join(words.text("comma"), branches));
                    case Counterpart.NothingToCarry nothing -> words.text("owed.nothing");
                    case Counterpart.Unknown(String reason) ->
                        words.text("owed.counterpart-unknown", "reason", Visible.line(reason));
                });
        return words.text(
                "owed.line",
                "name",
                name.text(),
                "commit",
                fix.id().abbreviated(),
                "author",
                Visible.line(fix.summary().author()),
                "subject",
                Visible.line(fix.summary().subject()),
                "owes",
                String.join(words.text("comma"), owes));
    }
}
