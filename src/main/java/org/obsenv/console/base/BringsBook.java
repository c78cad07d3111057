package org.obsenv.console.base;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.basing.Brings;
import org.obsenv.domain.basing.BringsReader;
import org.obsenv.domain.basing.PinChange;

/** What changes of pins bring, asked for once each: the answer for two commits never changes. FX thread. */
final class BringsBook {
    private record Pair(PackageName name, CommitId from, CommitId to, Optional<CommitId> running) {}

    private final BringsReader reader;
    private final BackgroundRunner runner;
    private final Runnable news;
    private final Map<Pair, Known<Brings>> found = new HashMap<>();
    private final Set<Pair> asked = new HashSet<>();

    /** {@code news}: called when an answer came. */
    BringsBook(BringsReader reader, BackgroundRunner runner, Runnable news) {
        this.reader = reader;
        this.runner = runner;
        this.news = news;
    }

    /** What is known of what the change brings; asked for when it is not known yet. */
    Optional<Known<Brings>> of(PackageReading reading, PinChange change) {
        Optional<CommitId> from = PinChange.commit(reading.pin());
        if (!(change instanceof PinChange.Other other) || from.isEmpty()) {
            return Optional.empty();
        }
        Pair pair = new Pair(
                reading.name(),
                from.get(),
                other.to().commit(),
                reading.running().found());
        if (asked.add(pair)) {
            runner.run(
                    Lane.CHANGES,
                    () -> reader.brings(pair.name(), pair.from(), pair.to(), pair.running()),
                    answer -> came(pair, answer),
                    bug -> came(pair, Known.unknown(bug.toString())));
        }
        return Optional.ofNullable(found.get(pair));
    }

    private void came(Pair pair, Known<Brings> answer) {
        found.put(pair, answer);
        news.run();
    }
}
