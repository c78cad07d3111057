package org.obsenv.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.support.Ticker;

/** A clock and a ticker that stand still until they are moved. */
public final class ManualTime implements InstantSource, Ticker {
    private static final class Call implements Ticking {
        private final Duration period;
        private final boolean again;
        private final Runnable call;
        private Instant due;

        Call(Duration period, boolean again, Runnable call, Instant due) {
            this.period = period;
            this.again = again;
            this.call = call;
            this.due = due;
        }

        private boolean stopped;

        @Override
        public void stop() {
            stopped = true;
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private Instant now;

    public ManualTime(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets time pass; whatever is due is called, in order. */
    public void pass(Duration duration) {
        Instant end = now.plus(duration);
        Optional<Call> next = next(end);
        while (next.isPresent()) {
            Call call = next.get();
            now = call.due;
            if (call.again) {
                call.due = call.due.plus(call.period);
            } else {
                call.stopped = true;
            }
            call.call.run();
            next = next(end);
        }
        now = end;
    }

    private Optional<Call> next(Instant end) {
        calls.removeIf(each -> each.stopped);
        return calls.stream().filter(each -> !each.due.isAfter(end)).min(Comparator.comparing(each -> each.due));
    }

    @Override
    public Ticking every(Duration period, Runnable call) {
        return add(new Call(period, true, call, now.plus(period)));
    }

    @Override
    public Ticking after(Duration delay, Runnable call) {
        return add(new Call(delay, false, call, now.plus(delay)));
    }

    private Ticking add(Call call) {
        calls.add(call);
        return call;
    }
}
