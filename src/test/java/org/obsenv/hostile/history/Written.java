package org.obsenv.hostile.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchToken;
import org.obsenv.hostile.history.Operation.Ending;
import org.obsenv.protocol.Verb;

/** A history written by hand; times are milliseconds of one day. Generation 2 is base; deploy names 3. */
final class Written {
    static final String BASE = "generations/000002";
    static final String DEPLOY = "deploy";

    private static final Map<String, Map<String, String>> PUBLISHED =
            Map.of("ts_wep", Map.of("a", "a of wep\n", "b", "b of wep\n"), "utils", Map.of("a", "a\n", "b", "b\n"));
    private static final Map<String, Map<String, String>> GENERATIONS = Map.of(
            BASE, Map.of("ts_wep", "a", "utils", "a"), "generations/000003", Map.of("ts_wep", "b", "utils", "b"));

    final List<Operation> operations = new ArrayList<>();
    final List<LinkSpan> spans = new ArrayList<>();
    final List<Reading> readings = new ArrayList<>();
    final List<JournalEntry> journal = new ArrayList<>();
    final List<String> spoilt = new ArrayList<>();

    static Instant at(long millis) {
        return Instant.parse("2026-11-21T03:00:00Z").plusMillis(millis);
    }

    /** The link that a rename at that moment put in place. */
    static SwitchToken token(String text, long renamed) {
        return new SwitchToken(text, 7, at(renamed));
    }

    /** A verb that is acknowledged, recorded and seen: asked for 100 ms before its rename, ended 50 ms after. */
    Written moved(String id, Verb verb, String from, String to, long renamed, SwitchToken... claimed) {
        acknowledged(id, verb, from, to, renamed, claimed);
        entry(id, verb, from, to, renamed, "done");
        return seen(to, renamed, renamed + 40);
    }

    Written acknowledged(String id, Verb verb, String from, String to, long renamed, SwitchToken... claimed) {
        return operation(id, verb, renamed, new Ending.Switched(from, to, at(renamed)), claimed);
    }

    Written refused(String id, Verb verb, long when, SwitchToken... claimed) {
        return operation(id, verb, when, new Ending.Refused(Refusal.SWITCH_MOVED), claimed);
    }

    Written died(String id, Verb verb, long when, SwitchToken... claimed) {
        return operation(id, verb, when, new Ending.Unheard(), claimed);
    }

    private Written operation(String id, Verb verb, long when, Ending ending, SwitchToken... claimed) {
        Optional<SwitchToken> saw = List.of(claimed).stream().findFirst();
        Instant looked = saw.map(token -> token.changed().plusMillis(1)).orElse(at(when + 50));
        operations.add(new Operation(id, verb, saw, looked, at(when - 100), at(when + 50), ending));
        return this;
    }

    Written entry(String id, Verb verb, String from, String to, long when, String outcome) {
        journal.add(new JournalEntry(
                "entry-" + id,
                at(when - 10),
                verb.written(),
                "root",
                Optional.of(id),
                "summit",
                Optional.of(from),
                Optional.of(to),
                0,
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                outcome,
                Optional.empty()));
        return this;
    }

    Written seen(String text, long renamed, long until) {
        spans.add(new LinkSpan(token(text, renamed), at(renamed + 1), at(renamed + 2), at(until)));
        return this;
    }

    Written read(String generation, long when, Map<String, String> texts) {
        readings.add(new Reading(at(when), at(when + 5), new Reading.Sample(generation, texts)));
        readings.sort(Comparator.comparing(Reading::began));
        return this;
    }

    List<Violation> violations() {
        return HistoryChecker.check(
                new History(DEPLOY, operations, spans, readings, journal, spoilt, PUBLISHED, GENERATIONS));
    }

    List<Violation.Kind> kinds() {
        return violations().stream().map(Violation::kind).distinct().sorted().toList();
    }
}
