package org.obsenv.helper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Remark;
import org.obsenv.domain.timeline.KeptOut;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Verdict;
import org.obsenv.words.Endings;

/** Has the journal tell of a head that was refused, once. */
final class RefusalRecord {
    private final Act act;

    RefusalRecord(Act act) {
        this.act = act;
    }

    /** Returns what must be said when it could not be told. */
    List<String> tell(SyncState before, SyncState now) throws RefusedException {
        List<PackageName> fresh = now.packages().entrySet().stream()
                .filter(each -> isFresh(before.packages().get(each.getKey()), each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        try (LockFile lock = LockFile.take(act.paths().locks().resolve("switch"), SwitchAct.PATIENCE)) {
            JournalFile journal = new JournalFile(act.paths().journal());
            for (PackageName name : fresh) {
                tell(journal, name, Objects.requireNonNull(now.packages().get(name)));
            }
        } catch (IOException e) {
            notes.add(new Endings().remark(Remark.RECORD_INCOMPLETE, Endings.Done.BUILT));
        }
        return notes;
    }

    private static boolean isFresh(@Nullable PackageState before, PackageState now) {
        return RefusedHead.verdict(now).isPresent()
                && (before == null
                        || !before.head().equals(now.head())
                        || RefusedHead.verdict(before).isEmpty());
    }

    private void tell(JournalFile journal, PackageName name, PackageState state) throws IOException {
        Verdict verdict = RefusedHead.verdict(state).orElseThrow();
        PackageMove move = new PackageMove(name, Optional.of(state.accepted()), Optional.of(state.head()));
        ActRecord record = new ActRecord(act, journal);
        record.repair();
        record.keptOut(move, verdict.what(), KeptOut.note(verdict.author(), verdict.lines()));
    }
}
