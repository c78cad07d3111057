package org.obsenv.domain.handover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.changes.CommitKind;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.domain.changes.HistoryReader;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.domain.changes.RangeHistory;
import org.obsenv.domain.changes.RangeQuestion;

/** The hot-fixes between base and the deploy heads that are not finished. Blocks as its reader does. */
final class OwingHotFixes {
    /** Of each package; more hot-fixes than that nobody hands over. */
    private static final int COMMITS = 200;

    private final HistoryReader history;

    OwingHotFixes(HistoryReader history) {
        this.history = history;
    }

    SortedMap<PackageName, Known<List<RangeCommit>>> of(List<PackageReading> packages) {
        SortedMap<PackageName, Known<List<RangeCommit>>> owing = new TreeMap<>();
        for (PackageReading each : packages) {
            Known<List<RangeCommit>> found = of(each);
            if (found.found().filter(List::isEmpty).isEmpty()) {
                owing.put(each.name(), found);
            }
        }
        return owing;
    }

    private Known<List<RangeCommit>> of(PackageReading each) {
        Optional<CommitId> pin = each.pin().pinned();
        Known<CommitId> head = each.deployHead().found().isPresent() ? each.deployHead() : each.running();
        if (head instanceof Known.Unknown<CommitId>(String reason)) {
            return Known.unknown(reason);
        }
        if (pin.isEmpty()) {
            return Known.unknown(each.reason().orElse(""));
        }
        CommitId to = head.found().orElseThrow();
        return pin.get().equals(to)
                ? Known.of(List.of())
                : unfinished(each.name(), new RangeQuestion(pin.get(), to, each.deployHead(), COMMITS));
    }

    private Known<List<RangeCommit>> unfinished(PackageName name, RangeQuestion question) {
        return switch (history.history(name, question)) {
            case Known.Unknown<RangeHistory>(String reason) -> Known.unknown(reason);
            case Known.Value<RangeHistory>(RangeHistory range) -> {
                List<RangeCommit> fixes = range.gained().stream()
                        .filter(commit -> commit.kind() instanceof CommitKind.HotFix)
                        .toList();
                yield fixes.isEmpty() ? Known.of(fixes) : Known.of(withCounterparts(name, fixes));
            }
        };
    }

    /** Only what no default branch reaches is looked for by its patch, which takes its time. */
    private List<RangeCommit> withCounterparts(PackageName name, List<RangeCommit> fixes) {
        List<CommitId> unsettled = fixes.stream()
                .filter(each -> each.counterpart() instanceof Counterpart.NotByCommit)
                .map(RangeCommit::id)
                .toList();
        Known<Map<CommitId, Counterpart>> found =
                unsettled.isEmpty() ? Known.of(Map.of()) : history.counterparts(name, unsettled);
        return fixes.stream()
                .map(each -> unsettled.contains(each.id()) ? each.with(settled(found, each.id())) : each)
                .filter(OwingHotFixes::owes)
                .toList();
    }

    private static Counterpart settled(Known<Map<CommitId, Counterpart>> found, CommitId id) {
        return switch (found) {
            case Known.Unknown<Map<CommitId, Counterpart>>(String reason) -> new Counterpart.Unknown(reason);
            case Known.Value<Map<CommitId, Counterpart>>(Map<CommitId, Counterpart> all) ->
                all.getOrDefault(id, new Counterpart.Unknown(""));
        };
    }

    private static boolean owes(RangeCommit each) {
        boolean isElsewhere =
                switch (each.counterpart()) {
                    case Counterpart.SameCommit same -> true;
                    case Counterpart.SamePatch same -> true;
                    case Counterpart.NothingToCarry nothing -> true;
                    case Counterpart.NotByCommit not -> false;
                    case Counterpart.Missing missing -> false;
                    case Counterpart.Unknown unknown -> false;
                };
        return each.ticket().isEmpty() || each.isUntaggedHotFix() || !isElsewhere;
    }
}
