package org.obsenv.helper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Rules;
import org.obsenv.domain.signoff.Ruling;
import org.obsenv.ledger.ActDocument;
import org.obsenv.ledger.Chain;
import org.obsenv.ledger.ChainDocument;
import org.obsenv.ledger.LedgerPaths;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.Words;

/** One act, from what is asked to what is written. */
final class SignOffAct {
    private final HeldLedger ledger;

    SignOffAct(HeldLedger ledger) {
        this.ledger = ledger;
    }

    Outcome run(Ask.Write ask) throws IOException, RefusedException {
        return switch (ask) {
            case Ask.Propose propose -> propose(propose);
            case Ask.OnCandidate asked -> onCandidate(asked);
            case Ask.OnDesignations designations -> onDesignations(designations.change());
            case Ask.OnWindows windows -> new SessionActs(ledger).say(windows);
        };
    }

    private Outcome propose(Ask.Propose asked) throws IOException, RefusedException {
        ImageTag tag = ImageTag.parse(asked.tag());
        Optional<Ruling.Forbidden> forbidden = Rules.ofTag(tag);
        if (forbidden.isPresent()) {
            throw RefusedException.of(forbidden.get());
        }
        String id = newId(tag);
        Chain chain = new Chain(LedgerPaths.document(id), ActDocument.header(id, tag), List.of());
        return ledger.append(
                new HeldLedger.Opened(chain, new Candidate(id, tag, List.of())), asked.digest(), asked.deed());
    }

    /** The next free one of the tag; a number that was ever used is not used again. */
    private String newId(ImageTag tag) throws IOException, RefusedException {
        int newest = 0;
        for (String document : ledger.store().candidates()) {
            String id = LedgerPaths.candidate(document);
            String number =
                    id.startsWith(tag.text() + "-") ? id.substring(tag.text().length() + 1) : "";
            if (number.matches("[1-9][0-9]{0,5}")) {
                newest = Math.max(newest, Integer.parseInt(number));
                requireClosed(id);
            }
        }
        return tag.text() + "-" + (newest + 1);
    }

    private void requireClosed(String id) throws IOException, RefusedException {
        Candidate candidate;
        try {
            candidate = ledger.candidate(id).candidate();
        } catch (RefusedException e) {
            // A document that cannot be continued must not keep its image from being proposed anew.
            return;
        }
        if (candidate.isOpen()) {
            throw new RefusedException(Refusal.ALREADY_PROPOSED, Map.of("candidate", id));
        }
    }

    private Outcome onCandidate(Ask.OnCandidate asked) throws IOException, RefusedException {
        HeldLedger.Opened opened = ledger.candidate(asked.candidate(), asked.saw());
        Ruling.Allowed allowed =
                switch (ledger.rules().of(opened.candidate(), asked.digest(), asked.deed())) {
                    case Ruling.Forbidden forbidden -> throw RefusedException.of(forbidden);
                    case Ruling.Allowed each -> each;
                };
        Outcome.Recorded recorded = ledger.append(opened, asked.digest(), allowed.deed());
        if (allowed.openChecks() == 0) {
            return recorded;
        }
        List<String> notes = new ArrayList<>(recorded.notes());
        notes.add(Words.of("endings").text("note.open-checks", "open", allowed.openChecks()));
        return recorded.saying(notes);
    }

    private Outcome onDesignations(DesignationAct.Change change) throws IOException, RefusedException {
        List<DesignationAct> acts = ledger.designations();
        Optional<Ruling.Forbidden> forbidden = ledger.rules().of(acts, change);
        if (forbidden.isPresent()) {
            throw RefusedException.of(forbidden.get());
        }
        Chain chain = ledger.store()
                .read(LedgerPaths.DESIGNATIONS)
                .map(ChainDocument.Read::chain)
                .orElseGet(() -> new Chain(LedgerPaths.DESIGNATIONS, ActDocument.designations(), List.of()));
        int number = chain.acts().size() + 1;
        List<String> notes = ledger.store().append(chain, ActDocument.write(number, ledger.done(), change));
        return new Outcome.Recorded("designations", number, ledger.now(), notes);
    }
}
