package org.obsenv.helper;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Remark;
import org.obsenv.layout.ReviewDocument;
import org.obsenv.protocol.Aim;
import org.obsenv.words.Endings;

/** Records that the base list was looked at and is right. Neither the list nor base is touched. */
final class ReviewBaseVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        ListFile list = ListFile.read(act);
        ListVersions versions = new ListVersions(act);
        if (act.request().aim() instanceof Aim.Reviewed(String saw) && !saw.equals(list.sha256())) {
            throw AskedList.changed(act, list, versions);
        }
        try (LockFile lock = LockFile.take(act.paths().locks().resolve("switch"), SwitchAct.PATIENCE)) {
            Instant at = act.clock().instant();
            write(act, list.sha256(), at);
            return new Outcome.Recorded("review", versions.of(list).number(), at, recorded(act, list));
        }
    }

    /** Of whoever asked, at that time, for the list of that SHA-256. */
    static void write(Act act, String sha256, Instant at) throws IOException {
        Durable.replace(
                act.paths().review(),
                new ReviewDocument(
                                sha256,
                                at,
                                act.caller().account(),
                                act.request().initials())
                        .write());
    }

    private static List<String> recorded(Act act, ListFile list) {
        ActRecord record = new ActRecord(act, new JournalFile(act.paths().journal()));
        String what = "list " + list.sha256().substring(0, 12);
        try {
            record.repair();
            record.end(Optional.empty(), what, List.of(), "done", Optional.empty());
            return List.of();
        } catch (IOException e) {
            return List.of(new Endings().remark(Remark.RECORD_INCOMPLETE, Endings.Done.WRITTEN));
        }
    }
}
