package org.obsenv.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Remark;

/** What was done in the night of {@link Sample}. */
public final class SampleActs {
    private SampleActs() {}

    /** The outcome of the roll back of the pictures. */
    public static Outcome.Switched switched(Instant at, Set<Remark> remarks) {
        return new Outcome.Switched(
                "deploy", "generations/000039", Sample.BASE, at, Duration.ofMillis(800), 3, moves(), remarks);
    }

    public static List<PackageMove> moves() {
        return List.of(
                move("ts_standardscripts", "8f31c02", "b7719e2"),
                move("summit_utils", "1be90d7", "aa10423"),
                move("ts_wep", "77ab3e9", "51c0ffe"));
    }

    private static PackageMove move(String name, String from, String to) {
        return new PackageMove(new PackageName(name), Optional.of(Sample.commit(from)), Optional.of(Sample.commit(to)));
    }

    public static JournalEntry rollbackEntry(Instant at) {
        return entry(at, "rollback", "obs1", "summit-ws1", Optional.of("script failing"), moves());
    }

    public static JournalEntry entry(
            Instant at, String act, String actor, String host, Optional<String> reason, List<PackageMove> moved) {
        boolean back = act.equals("rollback");
        return new JournalEntry(
                act + at,
                at,
                act,
                actor,
                Optional.empty(),
                host,
                Optional.of(back ? "deploy" : "generations/000041"),
                Optional.of(back ? "generations/000039" : "generations/000042"),
                moved.size(),
                moved,
                reason,
                Duration.ofMillis(800),
                "done",
                Optional.empty());
    }

    /** The night's journal, newest first. */
    public static List<JournalEntry> journal() {
        PackageMove second = move("ts_standardscripts", "c04d9aa", "8f31c02");
        PackageMove first = move("ts_standardscripts", "b7719e2", "c04d9aa");
        Optional<String> none = Optional.empty();
        return List.of(
                entry(Instant.parse("2026-11-21T02:31:40Z"), "sync", "obs_user", "summit-nfs", none, List.of(second)),
                entry(Instant.parse("2026-11-21T01:12:09Z"), "sync", "obs_user", "summit-nfs", none, List.of(first)),
                entry(Instant.parse("2026-11-20T22:05:17Z"), "set-base", "maint1", "ops-ws2", none, List.of()));
    }
}
