package org.obsenv.domain.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;

/**
 * Walks through the journal and works out which generation was live when: {@code current} names one, or follows
 * {@code deploy}. Pure.
 */
final class Turns {
    private static final String DEPLOY = "deploy";
    private static final String GENERATIONS = "generations/";
    private static final String DONE = "done";
    private static final Set<String> SWITCHES = Set.of("rollback", "resume", "switch", DEPLOY);
    private static final Set<String> BUILDS = Set.of("sync", "setup", "adopt", "let-pass");

    private final TimelineFacts facts;
    private final List<Turn> turns = new ArrayList<>();

    private String current;
    private Optional<GenerationId> deploy;
    private Optional<Turn.Live> live;

    private Turns(TimelineFacts facts) {
        this.facts = facts;
        // Where nobody ever switched, current follows deploy: so setup makes it.
        this.current = leftFirst(SWITCHES).orElse(DEPLOY);
        this.deploy = leftFirst(BUILDS).flatMap(Turns::generation);
        // It was live before the journal begins, nobody knows since when.
        this.live = running().map(id -> new Turn.Live(id, Instant.MIN, Optional.empty()));
    }

    /** What the oldest of those acts went away from. */
    private Optional<String> leftFirst(Set<String> those) {
        return facts.acts().reversed().stream()
                .filter(act -> act.outcome().equals(DONE) && those.contains(act.act()))
                .findFirst()
                .flatMap(JournalEntry::from);
    }

    private Optional<GenerationId> running() {
        return current.equals(DEPLOY) ? deploy : generation(current);
    }

    /** Newest first. */
    static List<Turn> of(TimelineFacts facts) {
        Turns turns = new Turns(facts);
        facts.acts().reversed().stream()
                .filter(act -> act.outcome().equals(DONE) || KeptOut.of(act).isPresent())
                .forEach(turns::take);
        List<Turn> all = turns.turns;
        Collections.reverse(all);
        return List.copyOf(all);
    }

    private void take(JournalEntry act) {
        if (KeptOut.of(act).isPresent()) {
            turns.add(new Turn(act, Turn.Link.NONE, Optional.empty(), Optional.empty()));
            return;
        }
        Optional<GenerationId> named = act.to().flatMap(Turns::generation);
        Optional<Turn.Link> link = link(act, named);
        if (link.isEmpty()) {
            return;
        }
        switch (link.get()) {
            case CURRENT -> current = act.to().orElse(current);
            case DEPLOY -> deploy = named;
            case BASE, NONE -> {}
        }
        Optional<GenerationId> to = link.get() == Turn.Link.CURRENT && named.isEmpty() ? deploy : named;
        Optional<Turn.Live> opened = link.get() == Turn.Link.BASE ? Optional.empty() : change(act);
        turns.add(new Turn(act, link.get(), to, opened));
    }

    /** What becomes live by the act, if that is another than before. */
    private Optional<Turn.Live> change(JournalEntry act) {
        Optional<GenerationId> now = running();
        if (now.isEmpty() || now.equals(live.map(Turn.Live::generation))) {
            return Optional.empty();
        }
        Instant at = act.at().plus(act.took());
        live = Optional.of(new Turn.Live(now.get(), at, Optional.empty()));
        endAt(at);
        return live;
    }

    private void endAt(Instant at) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            Turn turn = turns.get(i);
            if (turn.live().isPresent()) {
                Turn.Live ended = turn.live().get();
                turns.set(
                        i,
                        new Turn(
                                turn.act(),
                                turn.link(),
                                turn.to(),
                                Optional.of(new Turn.Live(ended.generation(), ended.from(), Optional.of(at)))));
                return;
            }
        }
    }

    private Optional<Turn.Link> link(JournalEntry act, Optional<GenerationId> named) {
        if (SWITCHES.contains(act.act())) {
            return Optional.of(Turn.Link.CURRENT);
        }
        if (act.act().equals("set-base")) {
            return Optional.of(Turn.Link.BASE);
        }
        if (BUILDS.contains(act.act())) {
            return Optional.of(isBase(named) ? Turn.Link.BASE : Turn.Link.DEPLOY);
        }
        return Optional.empty();
    }

    /** Setup makes both; what was built from the list has its pins. */
    private boolean isBase(Optional<GenerationId> id) {
        return id.flatMap(facts::generation).filter(GenerationFacts::isBase).isPresent();
    }

    private static Optional<GenerationId> generation(String link) {
        return link.startsWith(GENERATIONS)
                ? GenerationId.parse(link.substring(GENERATIONS.length()))
                : Optional.empty();
    }
}
