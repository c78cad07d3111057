package org.obsenv.hostile.rounds;

import java.util.Optional;
import java.util.Random;
import org.obsenv.protocol.Verb;

/** What happens in each round: drawn from a seed, so that the same seed gives the same schedule again. */
final class Schedule {
    private final Random random;
    private int drawn;

    Schedule(long seed) {
        this.random = new Random(seed);
    }

    /** What an operator goes by. */
    enum Sight {
        /** Nothing: typed by hand. */
        TYPED,
        /** What {@code current} is right now. */
        FRESH,
        /** What it was when this operator last looked, rounds ago. */
        REMEMBERED
    }

    record Act(Verb verb, Sight sight) {}

    /** Where a verb gets SIGSTOP. */
    enum Where {
        BEFORE_ITS_LOCK,
        BEFORE_ITS_RENAME,
        AT_ITS_RENAME
    }

    /** @param wakeMillis how long after the other one was started it gets SIGCONT; when the other has ended if empty */
    record Stop(Where where, Optional<Integer> wakeMillis) {}

    /**
     * @param gapMillis how long after the first the second starts; after the first was stopped, if it is to be
     * @param looks whether the operators look at {@code current} at the end, to remember it
     */
    record Round(Act first, Optional<Stop> stop, int gapMillis, Act second, boolean looks) {}

    /** The first two are always the same: hold, then kill a resume that is stopped where it would let go. */
    Round next() {
        drawn++;
        Act rollback = new Act(Verb.ROLLBACK, Sight.TYPED);
        if (drawn == 1) {
            return new Round(rollback, Optional.empty(), 0, rollback, true);
        }
        if (drawn == 2) {
            Stop frozen = new Stop(Where.BEFORE_ITS_RENAME, Optional.empty());
            return new Round(new Act(Verb.RESUME, Sight.FRESH), Optional.of(frozen), 0, rollback, true);
        }
        Act first = act();
        Act second = act();
        Optional<Stop> stop = random.nextInt(10) < 6 ? Optional.of(stop()) : Optional.empty();
        return new Round(first, stop, random.nextInt(200), second, random.nextInt(3) == 0);
    }

    private Act act() {
        int which = random.nextInt(20);
        Verb verb = which < 9 ? Verb.ROLLBACK : which < 17 ? Verb.RESUME : Verb.SWITCH;
        int sight = random.nextInt(10);
        return new Act(verb, sight < 2 ? Sight.TYPED : sight < 8 ? Sight.FRESH : Sight.REMEMBERED);
    }

    /** One in twelve stays stopped until the other verb has ended, which kills it where it holds the switch. */
    private Stop stop() {
        Where where = Where.values()[random.nextInt(Where.values().length)];
        int millis = 20 + random.nextInt(900);
        boolean untilTheOtherEnded = random.nextInt(12) == 0;
        return new Stop(
                where, untilTheOtherEnded || where == Where.BEFORE_ITS_LOCK ? Optional.empty() : Optional.of(millis));
    }
}
