package org.obsenv.console.signoff;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Seat;
import org.obsenv.domain.signoff.Step;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** The forms of what people enter, in words. Pure. */
final class Forms {
    private final Words words;

    Forms(Words words) {
        this.words = words;
    }

    Form objection(Seat seat) {
        return new Form(
                "objection",
                words.text("object"),
                words.text("object.needs-comment"),
                List.of(new Form.Field("comment", words.text("object.comment"), true)),
                List.of(choice("send", "object.send", said -> new Deed.Objected(seat.id(), said.getFirst()))));
    }

    Form meeting(Step.Meeting meeting) {
        return new Form(
                "meeting-" + meeting.id(),
                words.text("record"),
                words.text("meeting.title", "meeting", Visible.line(meeting.title())),
                List.of(new Form.Field("note", words.text("meeting.note"), false)),
                List.of(
                        choice("agreed", "meeting.agreed", said -> held(meeting, true, said)),
                        choice("declined", "meeting.declined", said -> held(meeting, false, said))));
    }

    private static Deed held(Step.Meeting meeting, boolean agreed, List<String> said) {
        return new Deed.MeetingHeld(meeting.id(), agreed, optional(said.getFirst()));
    }

    Form ticket() {
        return new Form(
                "ticket",
                words.text("record"),
                words.text("ticket.title"),
                List.of(new Form.Field("key", words.text("ticket.key"), true)),
                List.of(choice("send", "ticket.send", said -> new Deed.TicketOpened(said.getFirst()))));
    }

    /** @param number of the cell, row by row: names may hold what an identity may not */
    Form check(Policy.Cell cell, int number) {
        return new Form(
                "check-" + number,
                words.text("record"),
                words.text(
                        "check.title",
                        "repository",
                        Visible.line(cell.repository()),
                        "deployment",
                        Visible.line(cell.deployment())),
                List.of(new Form.Field("evidence", words.text("check.evidence.prompt"), false)),
                List.of(
                        choice("passed", "check.passed", said -> checked(cell, Deed.CheckResult.PASSED, said)),
                        choice("failed", "check.failed", said -> checked(cell, Deed.CheckResult.FAILED, said)),
                        new Form.Choice(
                                "report",
                                words.text("report.from"),
                                said -> new Form.Entry.FromReport(cell, said.getFirst()))));
    }

    private static Deed checked(Policy.Cell cell, Deed.CheckResult result, List<String> said) {
        return new Deed.Checked(cell, result, optional(said.getFirst()));
    }

    /** @param image the one that it goes back to, as people say it */
    Form putBack(String image) {
        return new Form(
                "put-back",
                words.text("put-back", "image", image),
                words.text("put-back.title"),
                List.of(new Form.Field("reason", words.text("put-back.reason"), true)),
                List.of(new Form.Choice(
                        "send",
                        words.text("put-back.send", "image", image),
                        said -> new Form.Entry.PutBack(said.getFirst()))));
    }

    private Form.Choice choice(String id, String label, java.util.function.Function<List<String>, Deed> deed) {
        return new Form.Choice(id, words.text(label), said -> new Form.Entry.Act(deed.apply(said)));
    }

    private static Optional<String> optional(String said) {
        return Optional.of(said).filter(text -> !text.isEmpty());
    }
}
