package org.obsenv.helper;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obsenv.layout.SyncState.Silence;
import org.obsenv.site.SyncSettings;
import org.obsenv.words.IoWords;

/**
 * How long a remote that does not answer is left alone: twice as long each time, up to the site's limit. Pure.
 *
 * <p>A host that asks for it (HTTP 429 and 503) says so to git in a header that git 2.39 does not pass on: of its whole
 * answer git prints the number alone. Such a host is left alone for a minute at least.
 */
record BackOff(SyncSettings settings) {
    static final Duration ASKED_FOR = Duration.ofMinutes(1);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern TOO_MUCH = Pattern.compile("returned error: (429|503)\\b");
    private static final int MOST_DOUBLINGS = 20;

    /** Whether it is not asked yet. */
    boolean rests(Optional<Silence> silence, Instant now) {
        return silence.filter(each -> rests(each, false, now)).isPresent();
    }

    /** The same; {@code isDaily}: of what is tried no more than once a day. */
    boolean rests(Silence silence, boolean isDaily, Instant now) {
        // A clock that was put back must not silence a remote for good.
        Duration most = isDaily ? DAY : longest();
        return now.isBefore(silence.until()) && !silence.until().isAfter(now.plus(most));
    }

    /** What answers, and will not. */
    static Silence daily(Silence silence, Instant now) {
        return new Silence(silence.failures(), now.plus(DAY));
    }

    /** What is known of it once it has failed again. */
    Silence after(Optional<Silence> before, IOException problem, Instant now) {
        int failures = before.map(Silence::failures).orElse(0) + 1;
        Duration pause = settings.interval().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration bounded = shorter(pause, settings.retry());
        boolean isAskedFor = TOO_MUCH.matcher(IoWords.of(problem)).find();
        return new Silence(failures, now.plus(isAskedFor ? longer(bounded, ASKED_FOR) : bounded));
    }

    private Duration longest() {
        return longer(settings.retry(), ASKED_FOR);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
