package org.obsenv.helper;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.Rules;
import org.obsenv.domain.signoff.TagRules;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.ledger.ActDocument;
import org.obsenv.ledger.Chain;
import org.obsenv.ledger.ChainDocument;
import org.obsenv.ledger.LedgerPaths;
import org.obsenv.protocol.DeedFields;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/**
 * The store while nobody else can write, for one person at one time.
 *
 * @param actor who asks, as sudo proved
 * @param host the workstation it was asked from
 */
record HeldLedger(Policy policy, List<WindowRule> windows, LedgerStore store, String actor, String host, Instant now) {
    /** A candidate's document and what it says; all of it is genuine. */
    record Opened(Chain chain, Candidate candidate) {}

    /** A candidate, if nothing was done about it that the person did not see. */
    Opened candidate(String id, Revision saw) throws IOException, RefusedException {
        Opened opened = candidate(id);
        requireSeen(opened, saw);
        return opened;
    }

    /** A candidate as it is now. */
    Opened candidate(String id) throws IOException, RefusedException {
        String document = LedgerPaths.document(id);
        ChainDocument.Read read = store.read(document)
                .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_CANDIDATE, Map.of("candidate", id)));
        return new Opened(read.chain(), understood(document, () -> ActDocument.candidate(id, read)));
    }

    /** Seals one more act about it. */
    Outcome.Recorded append(Opened opened, Digest digest, Deed deed) throws IOException, RefusedException {
        Candidate candidate = opened.candidate();
        int number = opened.chain().acts().size() + 1;
        List<String> notes =
                store.append(opened.chain(), ActDocument.write(number, done(), candidate.tag(), digest, deed));
        return new Outcome.Recorded(candidate.id(), number, now, notes);
    }

    List<DesignationAct> designations() throws IOException, RefusedException {
        Optional<ChainDocument.Read> read = store.read(LedgerPaths.DESIGNATIONS);
        return read.isEmpty()
                ? List.of()
                : understood(LedgerPaths.DESIGNATIONS, () -> ActDocument.designations(read.get()));
    }

    /** Who may do what about candidates. */
    Rules rules() throws IOException, RefusedException {
        return new Rules(policy, DesignationAct.standing(designations()), actor, now);
    }

    /** Who may move the recommended tag. */
    TagRules tagRules() {
        return new TagRules(policy, actor, now);
    }

    ActDocument.Done done() {
        return new ActDocument.Done(now, actor, host);
    }

    /** What reads a document's acts. */
    interface Reading<T> {
        T read() throws YamlProblem;
    }

    /** All of it or nothing: nobody adds to what is not wholly known. */
    static <T> T understood(String document, Reading<T> reading) throws RefusedException {
        try {
            return reading.read();
        } catch (YamlProblem e) {
            throw new RefusedException(Refusal.STORE_DAMAGED, Map.of("document", document, "problem", e.told()));
        }
    }

    private static void requireSeen(Opened opened, Revision saw) throws RefusedException {
        Chain chain = opened.chain();
        requireExtends(chain, saw);
        if (saw.number() < chain.acts().size()) {
            String between = opened.candidate().acts().stream()
                    .skip(saw.number())
                    .map(HeldLedger::told)
                    .collect(Collectors.joining(", "));
            throw new RefusedException(
                    Refusal.LEDGER_MOVED, Map.of("candidate", opened.candidate().id(), "between", between));
        }
    }

    /** A caller who saw more than there is, or something else, saw another store. */
    static void requireExtends(Chain chain, Revision saw) throws RefusedException {
        if (!chain.extendsFrom(saw)) {
            throw new RefusedException(
                    Refusal.STORE_BEHIND,
                    Map.of(
                            "document",
                            chain.document(),
                            "has",
                            Integer.toString(chain.acts().size()),
                            "known",
                            Integer.toString(saw.number())));
        }
    }

    private static String told(Act act) {
        return Words.of("endings").text("did." + DeedFields.word(act.deed()), "actor", act.actor());
    }
}
