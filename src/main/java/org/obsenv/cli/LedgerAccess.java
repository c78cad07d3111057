package org.obsenv.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.SinceSeen;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.words.Endings;
import org.obsenv.words.Explanation;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** The sign-offs of the site that a command names: read, asked for an act, and read again. */
final class LedgerAccess {
    /** How often an act that met somebody else's is sent again. */
    private static final int TRIES = 10;

    private final OpenedLedger opened;
    private final Screen screen;
    private final Words words = Texts.words();
    private final Endings endings = new Endings();

    private LedgerAccess(OpenedLedger opened, Screen screen) {
        this.opened = opened;
        this.screen = screen;
    }

    /** What a command does with it. */
    interface Work {
        int run(LedgerAccess ledger) throws Unusable;
    }

    /** What was given cannot be used, or the store cannot be read; told already in {@code getMessage}. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int code;

        Unusable(int code, String told) {
            super(told);
            this.code = code;
        }
    }

    static int with(Sources sources, Screen screen, SiteOption site, Work work) throws YamlProblem {
        Optional<OpenedLedger> opened = sources.ledger(site.file());
        if (opened.isEmpty()) {
            screen.err().println(Texts.words().text("signoff.none", "site", site.file()));
            return ExitCodes.USAGE;
        }
        try {
            return work.run(new LedgerAccess(opened.get(), screen));
        } catch (Unusable e) {
            screen.err().println(Visible.of(String.valueOf(e.getMessage())));
            return e.code;
        }
    }

    OpenedLedger opened() {
        return opened;
    }

    LedgerReading read() throws Unusable {
        return switch (opened.reader().read()) {
            case Known.Value<LedgerReading>(LedgerReading reading) -> reading;
            case Known.Unknown<LedgerReading>(String reason) ->
                throw new Unusable(ExitCodes.UNKNOWN, words.text("signoff.unknown", "reason", reason));
        };
    }

    /** By its identity, or by its tag: the newest candidate of it. */
    CandidateReading candidate(String named) throws Unusable {
        LedgerReading reading = read();
        return reading.find(named)
                .or(() -> reading.candidates().stream()
                        .filter(each -> each.candidate().tag().text().equals(named))
                        .max(java.util.Comparator.comparingInt(LedgerAccess::number)))
                .orElseThrow(() -> new Unusable(
                        ExitCodes.USAGE,
                        words.text(
                                "signoff.no-candidate",
                                "name",
                                named,
                                "known",
                                String.join(
                                        ", ",
                                        reading.candidates().stream()
                                                .map(each -> each.candidate().id())
                                                .toList()))));
    }

    private static int number(CandidateReading reading) {
        String id = reading.candidate().id();
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    /** How it stands to the image of its newest proposal; empty when it was withdrawn. */
    Optional<Standing> standing(CandidateReading reading) {
        return reading.candidate()
                .image()
                .map(image -> Standing.of(
                        opened.policy(),
                        reading.candidate(),
                        image,
                        opened.clock().instant()));
    }

    /** The image that people are asked about now. */
    Digest image(CandidateReading reading) throws Unusable {
        return reading.candidate()
                .image()
                .orElseThrow(() -> new Unusable(
                        ExitCodes.DIFFERS,
                        words.text(
                                "signoff.withdrawn",
                                "candidate",
                                reading.candidate().id())));
    }

    /**
     * Asks for an act on a candidate, bound to what was read. Where somebody else's act came in between and does not
     * speak against it, it is read and asked again.
     */
    int act(CandidateReading first, Function<CandidateReading, Ask> ask) throws Unusable {
        CandidateReading reading = first;
        for (int i = 1; ; i++) {
            Outcome outcome = run(ask.apply(reading));
            boolean isMoved = outcome instanceof Outcome.Refused refused && refused.refusal() == Refusal.LEDGER_MOVED;
            if (!isMoved || i == TRIES) {
                return tell(outcome);
            }
            CandidateReading next = candidate(first.candidate().id());
            if (!next.isWhole()
                    || SinceSeen.of(first.revision(), next.candidate()).contradicts()) {
                return tell(outcome);
            }
            reading = next;
        }
    }

    int act(Ask ask) throws Unusable {
        return tell(run(ask));
    }

    private Outcome run(Ask ask) {
        return opened.gateway().run(new SignOffRequest(ask, Optional.empty()));
    }

    /** Says the ending in words, and whether the store shows it: the verb's word is not the proof. */
    private int tell(Outcome outcome) throws Unusable {
        Explanation ending = endings.explain(outcome, Map.of("verb", SignOffRequestDocument.VERB));
        boolean isDone = outcome instanceof Outcome.Recorded;
        screen.line(isDone ? Screen.Style.GOOD : Screen.Style.BAD, screen.foreign(ending.what()));
        List<String> rest = isDone
                ? endings.remarks(outcome, SignOffRequestDocument.VERB)
                : List.of(ending.unchanged(), ending.next());
        rest.forEach(line -> screen.out().println(screen.foreign(line)));
        if (!isDone) {
            opened.contact().ifPresent(each -> screen.out()
                    .println(words.text("verb.contact", "name", each.name(), "phone", each.phone())));
        }
        screen.out().flush();
        return switch (outcome) {
            case Outcome.Recorded recorded -> confirmed(recorded) ? ExitCodes.AT_BASE : ExitCodes.UNKNOWN;
            case Outcome.Refused refused -> ExitCodes.DIFFERS;
            case Outcome.Failed failed -> ExitCodes.DIFFERS;
            case Outcome.Unsettled unsettled -> ExitCodes.UNKNOWN;
            case Outcome.Marked marked -> ExitCodes.UNKNOWN;
            case Outcome.Planned planned -> ExitCodes.UNKNOWN;
            case Outcome.Pruned pruned -> ExitCodes.UNKNOWN;
            case Outcome.Unheard unheard -> ExitCodes.UNKNOWN;
            case Outcome.Switched switched -> ExitCodes.UNKNOWN;
            case Outcome.Built built -> ExitCodes.UNKNOWN;
        };
    }

    private boolean confirmed(Outcome.Recorded recorded) throws Unusable {
        LedgerReading now = read();
        boolean isThere = now.has(recorded.document(), recorded.act());
        if (!isThere) {
            screen.line(Screen.Style.BAD, words.text("signoff.not-shown"));
        }
        return isThere;
    }
}
