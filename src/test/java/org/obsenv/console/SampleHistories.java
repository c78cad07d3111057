package org.obsenv.console;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.changes.CommitKind;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.domain.changes.RangeHistory;
import org.obsenv.domain.changes.Ticket;

/** The commits of the picture of the page of changes, and what else there can be. */
public final class SampleHistories {
    private static final List<String> DEVELOP = List.of("develop");
    private static final CommitKind HOT_FIX = new CommitKind.HotFix();

    private SampleHistories() {}

    static Known<RangeHistory> between(PackageName name) {
        return Known.of(
                switch (name.text()) {
                    case "ts_standardscripts" ->
                        new RangeHistory(
                                List.of(
                                        commit(
                                                "8f31c02",
                                                "c04d9aa",
                                                "Retry dome handshake in power_on",
                                                "maint2",
                                                41,
                                                HOT_FIX,
                                                ticket("DM-47381"),
                                                List.of("hotfix/20261121T023144Z-8f31c02"),
                                                new Counterpart.NotByCommit(DEVELOP)),
                                        commit(
                                                "c04d9aa",
                                                "b7719e2",
                                                "Raise M1 cover timeout to 240 s",
                                                "maint1",
                                                125,
                                                HOT_FIX,
                                                Optional.empty(),
                                                List.of(),
                                                new Counterpart.NotByCommit(DEVELOP))),
                                List.of(),
                                0);
                    case "summit_utils" -> diverged();
                    default ->
                        new RangeHistory(
                                List.of(commit(
                                        "77ab3e9",
                                        "51c0ffe",
                                        "Merge tag v16.5.1",
                                        "release",
                                        1440,
                                        new CommitKind.ReleaseMerge("v16.5.1", Sample.commit("dddd")),
                                        Optional.empty(),
                                        List.of(),
                                        new Counterpart.NothingToCarry())),
                                List.of(),
                                0);
                });
    }

    private static RangeHistory diverged() {
        CommitId merge = Sample.commit("0aa1b2c");
        Counterpart inMain = new Counterpart.SameCommit("main");
        return new RangeHistory(
                List.of(
                        commit(
                                "1be90d7",
                                "0aa1b2c",
                                "Revert EFD cache default",
                                "maint3",
                                180,
                                HOT_FIX,
                                Optional.empty(),
                                List.of(),
                                new Counterpart.Unknown("the clone is cut off")),
                        commit(
                                "0aa1b2c",
                                "9aa0001",
                                "Merge pull request #512 from tickets/DM-47564",
                                "maint3",
                                240,
                                new CommitKind.PlainMerge(),
                                ticket("DM-47564"),
                                List.of(),
                                new Counterpart.NothingToCarry()),
                        commit(
                                "9aa0003",
                                "9aa0002",
                                "Cache EFD clients by name",
                                "Zoë Ångström",
                                250,
                                new CommitKind.MergedBy(merge, Optional.of("DM-47564")),
                                Optional.of(new Ticket("DM-47564", Optional.of(merge))),
                                List.of(),
                                inMain),
                        commit(
                                "9aa0002",
                                "9aa0001",
                                "Test the cache",
                                "Zoë Ångström",
                                300,
                                new CommitKind.MergedBy(merge, Optional.of("DM-47564")),
                                Optional.of(new Ticket("DM-47564", Optional.of(merge))),
                                List.of(),
                                inMain),
                        commit(
                                "9aa0001",
                                "8aa0001",
                                "Release w.2026.46",
                                "release",
                                9000,
                                new CommitKind.FromDefault("main"),
                                Optional.empty(),
                                List.of("w.2026.46", "v1.9", "v1.8", "r9", "r8"),
                                inMain)),
                List.of(commit(
                        "aa10423",
                        "8aa0001",
                        "Tag w.2023.42",
                        "release",
                        1_600_000,
                        new CommitKind.OffDeploy(),
                        Optional.empty(),
                        List.of("w.2023.42"),
                        inMain)),
                0);
    }

    /** What a deploy head that does not run would bring. */
    static Known<RangeHistory> coming(PackageName name) {
        return Known.of(new RangeHistory(
                List.of(commit(
                        "c5d0021",
                        "c1d2e3f",
                        "Fix stray bracket in offset_atcs",
                        "maint2",
                        12,
                        HOT_FIX,
                        Optional.empty(),
                        List.of(),
                        new Counterpart.NotByCommit(DEVELOP))),
                List.of(),
                0));
    }

    /** The second hot-fix of the picture is in develop under another name, the others are not. */
    static Known<Map<CommitId, Counterpart>> counterparts(Collection<CommitId> commits) {
        Map<CommitId, Counterpart> found = new HashMap<>();
        commits.forEach(each -> found.put(
                each,
                each.equals(Sample.commit("c04d9aa"))
                        ? new Counterpart.SamePatch("develop", Sample.commit("ee01"))
                        : new Counterpart.Missing(DEVELOP)));
        return Known.of(found);
    }

    private static Optional<Ticket> ticket(String id) {
        return Optional.of(new Ticket(id, Optional.empty()));
    }

    static RangeCommit commit(
            String digits,
            String before,
            String subject,
            String author,
            int minutes,
            CommitKind kind,
            Optional<Ticket> ticket,
            List<String> tags,
            Counterpart counterpart) {
        CommitSummary summary = new CommitSummary(
                Sample.commit(digits), subject, author, Sample.NOW.minus(Duration.ofMinutes(minutes)));
        return new RangeCommit(summary, Optional.of(Sample.commit(before)), kind, ticket, tags, counterpart);
    }
}
