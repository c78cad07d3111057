package org.obsenv.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;

/**
 * What commits are and how they stand to each other: a commit id stands for its whole history, so none of it ever
 * changes. Safe for several threads.
 */
public final class CommitCache {
    /** Two commits, compared in this order. */
    record Pair(CommitId left, CommitId right) {}

    // A night needs a few hundred; what is beyond this is a mistake and not worth the memory.
    private static final int MOST = 50_000;

    private final Map<Pair, AheadBehind> comparisons = new ConcurrentHashMap<>();
    private final Map<CommitId, CommitSummary> summaries = new ConcurrentHashMap<>();
    private final AtomicBoolean grown = new AtomicBoolean();
    private final Optional<CommitCacheFile> file;

    /** A cache that is forgotten with the process. */
    public CommitCache() {
        this.file = Optional.empty();
    }

    private CommitCache(CommitCacheFile file) {
        this.file = Optional.of(file);
    }

    /** A cache that is kept in a file across starts; a broken file is ignored and rewritten. */
    public static CommitCache keptIn(Path file) {
        CommitCacheFile kept = new CommitCacheFile(file);
        CommitCache cache = new CommitCache(kept);
        kept.load(cache);
        return cache;
    }

    /** Writes down what is new since the last time, where the cache is kept at all. */
    public void keep() {
        file.ifPresent(each -> each.save(this));
    }

    /** How {@code left} stands to {@code right}; read from the repository when it was not asked before. */
    public AheadBehind compare(GitRepository repository, CommitId left, CommitId right) throws IOException {
        Pair pair = new Pair(left, right);
        Optional<AheadBehind> known = Optional.ofNullable(comparisons.get(pair));
        if (known.isPresent()) {
            return known.get();
        }
        AheadBehind counts = repository.compare(left, right);
        // A shallow clone's counts end where its history was cut off, and may grow.
        if (!repository.isShallow()) {
            remember(pair, counts);
        }
        return counts;
    }

    /** The commit as a list shows it; read from the repository when it was not asked before. */
    public CommitSummary summary(GitRepository repository, CommitId id) throws IOException {
        Optional<CommitSummary> known = Optional.ofNullable(summaries.get(id));
        if (known.isPresent()) {
            return known.get();
        }
        CommitSummary summary = repository.summary(id);
        remember(summary);
        return summary;
    }

    /** True once for every time something was added since the last call. */
    boolean takeGrown() {
        return grown.getAndSet(false);
    }

    void remember(Pair pair, AheadBehind counts) {
        if (comparisons.size() < MOST && comparisons.put(pair, counts) == null) {
            grown.set(true);
        }
    }

    void remember(CommitSummary summary) {
        if (summaries.size() < MOST && summaries.put(summary.id(), summary) == null) {
            grown.set(true);
        }
    }

    Map<Pair, AheadBehind> comparisons() {
        return Map.copyOf(comparisons);
    }

    Map<CommitId, CommitSummary> summaries() {
        return Map.copyOf(summaries);
    }
}
