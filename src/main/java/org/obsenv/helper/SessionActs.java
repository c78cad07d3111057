package org.obsenv.helper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Ruling;
import org.obsenv.domain.signoff.SessionRules;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.ledger.ActDocument;
import org.obsenv.ledger.Chain;
import org.obsenv.ledger.ChainDocument;
import org.obsenv.ledger.LedgerPaths;
import org.obsenv.protocol.SessionFields;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.Words;

/** What people said of single sessions of maintenance windows; used under the store's lock. */
final class SessionActs {
    private final HeldLedger ledger;
    private final Words words = Words.of("endings");

    SessionActs(HeldLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * The sessions of the site, of every act there is.
     *
     * @throws RefusedException when acts are unverified, missing or not understood: then nobody knows what is open
     */
    WindowCalendar calendar() throws IOException, RefusedException {
        Optional<ChainDocument.Read> read = ledger.store().read(LedgerPaths.WINDOWS);
        return new WindowCalendar(
                ledger.windows(),
                read.isEmpty()
                        ? List.of()
                        : HeldLedger.understood(LedgerPaths.WINDOWS, () -> ActDocument.windows(read.get())));
    }

    /** Writes one more. */
    Outcome say(Ask.OnWindows asked) throws IOException, RefusedException {
        WindowCalendar calendar = calendar();
        Chain chain = ledger.store()
                .read(LedgerPaths.WINDOWS)
                .map(ChainDocument.Read::chain)
                .orElseGet(() -> new Chain(LedgerPaths.WINDOWS, ActDocument.windows(), List.of()));
        HeldLedger.requireExtends(chain, asked.saw());
        requireUnmoved(calendar, asked);
        Optional<Ruling.Forbidden> forbidden =
                new SessionRules(ledger.policy(), calendar, ledger.actor(), ledger.now()).of(asked.change());
        if (forbidden.isPresent()) {
            throw RefusedException.of(forbidden.get());
        }
        int number = chain.acts().size() + 1;
        List<String> notes = ledger.store().append(chain, ActDocument.write(number, ledger.done(), asked.change()));
        return new Outcome.Recorded("windows", number, ledger.now(), notes);
    }

    /** What was said of other windows is in nobody's way. */
    private void requireUnmoved(WindowCalendar calendar, Ask.OnWindows asked) throws RefusedException {
        String window = asked.change().window();
        String between = calendar.acts().stream()
                .skip(asked.saw().number())
                .filter(act -> act.change().window().equals(window))
                .map(this::told)
                .collect(Collectors.joining(", "));
        if (!between.isEmpty()) {
            throw new RefusedException(Refusal.LEDGER_MOVED, Map.of("candidate", window, "between", between));
        }
    }

    private String told(WindowAct act) {
        return words.text("did." + SessionFields.word(act.change()), "actor", act.actor());
    }
}
