package org.obsenv.helper;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.Rules;
import org.obsenv.domain.signoff.Ruling;
import org.obsenv.ledger.ActDocument;
import org.obsenv.ledger.Chain;
import org.obsenv.ledger.ChainDocument;
import org.obsenv.ledger.LedgerPaths;
import org.obsenv.protocol.DeedFields;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** One act, from what is asked to what is written; used under the store's lock. */
final class SignOffAct {
    private final Policy policy;
    private final LedgerStore store;
    private final SessionActs sessions;
    private final String actor;
    private final String host;
    private final Instant now;
    private final Words words = Words.of("endings");

    SignOffAct(Policy policy, LedgerStore store, SessionActs sessions, String actor, String host, Instant now) {
        this.policy = policy;
        this.store = store;
        this.sessions = sessions;
        this.actor = actor;
        this.host = host;
        this.now = now;
    }

    Outcome run(Ask ask) throws IOException, RefusedException {
        return switch (ask) {
            case Ask.Propose propose -> propose(propose);
            case Ask.OnCandidate asked -> onCandidate(asked);
            case Ask.OnDesignations designations -> onDesignations(designations.change());
            case Ask.OnWindows windows -> sessions.say(windows, policy, done());
        };
    }

    private Outcome propose(Ask.Propose asked) throws IOException, RefusedException {
        ImageTag tag = ImageTag.parse(asked.tag());
        Optional<Ruling.Forbidden> forbidden = Rules.ofTag(tag);
        if (forbidden.isPresent()) {
            throw refused(forbidden.get());
        }
        String id = newId(tag);
        Chain chain = new Chain(LedgerPaths.document(id), ActDocument.header(id, tag), List.of());
        List<String> notes = store.append(chain, ActDocument.write(1, done(), tag, asked.digest(), asked.deed()));
        return new Outcome.Recorded(id, 1, now, notes);
    }

    /** The next free one of the tag; a number that was ever used is not used again. */
    private String newId(ImageTag tag) throws IOException, RefusedException {
        int newest = 0;
        for (String document : store.candidates()) {
            String id = LedgerPaths.candidate(document);
            String number =
                    id.startsWith(tag.text() + "-") ? id.substring(tag.text().length() + 1) : "";
            if (number.matches("[1-9][0-9]{0,5}")) {
                newest = Math.max(newest, Integer.parseInt(number));
                requireClosed(document, id);
            }
        }
        return tag.text() + "-" + (newest + 1);
    }

    private void requireClosed(String document, String id) throws IOException, RefusedException {
        Candidate candidate;
        try {
            Optional<ChainDocument.Read> read = store.read(document);
            if (read.isEmpty()) {
                return;
            }
            candidate = candidate(id, read.get());
        } catch (RefusedException e) {
            // A document that cannot be continued must not keep its image from being proposed anew.
            return;
        }
        if (candidate.isOpen()) {
            throw new RefusedException(Refusal.ALREADY_PROPOSED, Map.of("candidate", id));
        }
    }

    private Outcome onCandidate(Ask.OnCandidate asked) throws IOException, RefusedException {
        String document = LedgerPaths.document(asked.candidate());
        ChainDocument.Read read = store.read(document)
                .orElseThrow(
                        () -> new RefusedException(Refusal.UNKNOWN_CANDIDATE, Map.of("candidate", asked.candidate())));
        Candidate candidate = candidate(asked.candidate(), read);
        requireSeen(read.chain(), asked.saw(), candidate);
        Rules rules = new Rules(policy, DesignationAct.standing(designations()), actor, now);
        Ruling.Allowed allowed =
                switch (rules.of(candidate, asked.digest(), asked.deed())) {
                    case Ruling.Forbidden forbidden -> throw refused(forbidden);
                    case Ruling.Allowed each -> each;
                };
        int number = read.chain().acts().size() + 1;
        List<String> notes = new ArrayList<>(store.append(
                read.chain(), ActDocument.write(number, done(), candidate.tag(), asked.digest(), allowed.deed())));
        if (allowed.openChecks() > 0) {
            notes.add(words.text("note.open-checks", "open", allowed.openChecks()));
        }
        return new Outcome.Recorded(asked.candidate(), number, now, notes);
    }

    private Outcome onDesignations(DesignationAct.Change change) throws IOException, RefusedException {
        List<DesignationAct> acts = designations();
        Optional<Ruling.Forbidden> forbidden = new Rules(policy, List.of(), actor, now).of(acts, change);
        if (forbidden.isPresent()) {
            throw refused(forbidden.get());
        }
        Chain chain = store.read(LedgerPaths.DESIGNATIONS)
                .map(ChainDocument.Read::chain)
                .orElseGet(() -> new Chain(LedgerPaths.DESIGNATIONS, ActDocument.designations(), List.of()));
        int number = chain.acts().size() + 1;
        List<String> notes = store.append(chain, ActDocument.write(number, done(), change));
        return new Outcome.Recorded("designations", number, now, notes);
    }

    private List<DesignationAct> designations() throws IOException, RefusedException {
        Optional<ChainDocument.Read> read = store.read(LedgerPaths.DESIGNATIONS);
        return read.isEmpty()
                ? List.of()
                : understood(LedgerPaths.DESIGNATIONS, () -> ActDocument.designations(read.get()));
    }

    private static Candidate candidate(String id, ChainDocument.Read read) throws RefusedException {
        return understood(LedgerPaths.document(id), () -> ActDocument.candidate(id, read));
    }

    /** What a document says. */
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

    private void requireSeen(Chain chain, Revision saw, Candidate candidate) throws RefusedException {
        requireExtends(chain, saw);
        if (saw.number() < chain.acts().size()) {
            String between =
                    candidate.acts().stream().skip(saw.number()).map(this::told).collect(Collectors.joining(", "));
            throw new RefusedException(Refusal.LEDGER_MOVED, Map.of("candidate", candidate.id(), "between", between));
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

    private String told(Act act) {
        return words.text("did." + DeedFields.word(act.deed()), "actor", act.actor());
    }

    private ActDocument.Done done() {
        return new ActDocument.Done(now, actor, host);
    }

    static RefusedException refused(Ruling.Forbidden forbidden) {
        return new RefusedException(forbidden.refusal(), forbidden.facts());
    }
}
