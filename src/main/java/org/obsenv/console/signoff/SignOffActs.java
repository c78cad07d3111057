package org.obsenv.console.signoff;

import java.util.Optional;
import java.util.function.Supplier;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.Words;

/** What this person does about the candidate on the page, each bound to what the page shows. FX thread. */
final class SignOffActs {
    private final SignOffRun run;
    private final Supplier<Optional<CandidateReading>> chosen;
    private final Supplier<Optional<LeadPage>> page;
    private final ReportViewModel report;
    private final String actor;
    private final Words words;

    /** @param chosen the candidate that {@code page} shows */
    SignOffActs(
            SignOffRun run,
            Supplier<Optional<CandidateReading>> chosen,
            Supplier<Optional<LeadPage>> page,
            ReportViewModel report,
            String actor,
            Words words) {
        this.run = run;
        this.chosen = chosen;
        this.page = page;
        this.report = report;
        this.actor = actor;
        this.words = words;
    }

    /** Signs as the page offers. */
    void sign(Optional<String> comment) {
        if (page.get().isPresent() && page.get().get().offer() instanceof Offer.Sign sign) {
            ask(new Deed.Acknowledged(sign.seat().id(), sign.deed().holder(), comment), sign.digest());
        }
    }

    /** Enters what a form asked for. */
    void enter(Form.Entry entry) {
        switch (entry) {
            case Form.Entry.Act(Deed deed) -> act(deed);
            case Form.Entry.FromReport(Policy.Cell cell, String place) ->
                page.get().flatMap(LeadPage::digest).ifPresent(image -> report.read(cell, image, place));
            case Form.Entry.PutBack(String reason) -> {
                if (tag().isPresent() && tag().get() instanceof Desk.TagOffer.PutBack(Digest image, Form form)) {
                    move(image, new TagMove.Return(reason));
                }
            }
        }
    }

    /** Does something about the image that the page shows. */
    void act(Deed deed) {
        page.get().flatMap(LeadPage::digest).ifPresent(digest -> ask(deed, digest));
    }

    /** Advances the recommended tag as the page offers, or has the end of an ordered move looked for. */
    void moveTag() {
        tag().ifPresent(offer -> {
            switch (offer) {
                case Desk.TagOffer.Promote promote -> move(promote.image(), new TagMove.Promote(promote.from()));
                case Desk.TagOffer.Verify verify -> move(verify.image(), new TagMove.Verify());
                case Desk.TagOffer.PutBack back -> {}
                case Desk.TagOffer.NotYet not -> {}
                case Desk.TagOffer.Nothing nothing -> {}
            }
        });
    }

    /** Has the ordered move tried once more. */
    void moveTagAgain() {
        if (tag().isPresent() && tag().get() instanceof Desk.TagOffer.Verify verify) {
            verify.again().ifPresent(move -> move(verify.image(), move));
        }
    }

    private Optional<Desk.TagOffer> tag() {
        return page.get().map(each -> each.desk().tag());
    }

    private void move(Digest image, TagMove move) {
        chosen.get()
                .ifPresent(reading -> run.start(new OnceTask(
                        new Ask.MoveTag(reading.candidate().id(), reading.revision(), image, move), actor, words)));
    }

    private void ask(Deed deed, Digest digest) {
        chosen.get()
                .ifPresent(reading -> run.start(new CandidateTask(
                        new Ask.OnCandidate(reading.candidate().id(), reading.revision(), digest, deed),
                        reading.candidate(),
                        actor,
                        words)));
    }
}
