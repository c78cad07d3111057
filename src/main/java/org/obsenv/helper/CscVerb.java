package org.obsenv.helper;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.CscList;
import org.obsenv.domain.CscUnderTest;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.layout.CscDocument;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.CscChange;
import org.obsenv.words.Endings;
import org.obsenv.words.Sizes;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/** Writes down which CSCs run something unsanctioned for a test on sky. Nothing that runs is touched. */
final class CscVerb implements VerbAct {
    /** More is no short list any more, and no strip could show it. */
    private static final int MOST = 20;

    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        if (!(act.request().aim() instanceof Aim.Csc(int saw, CscChange change))) {
            throw new RefusedException(
                    Refusal.UNAIMED, Map.of("verb", act.request().verb().written()));
        }
        try (LockFile lock = LockFile.take(act.paths().locks().resolve("switch"), SwitchAct.PATIENCE)) {
            CscList before = read(act);
            if (before.revision() != saw) {
                throw new RefusedException(
                        Refusal.CSCS_CHANGED,
                        Map.of("saw", Integer.toString(saw), "now", Integer.toString(before.revision())));
            }
            Instant at = act.clock().instant();
            List<CscUnderTest> entries = new ArrayList<>(before.entries());
            Optional<CscUnderTest> was = before.entry(change.name());
            boolean wasThere = entries.removeIf(each -> each.name().equals(change.name()));
            switch (change) {
                case CscChange.Put put -> {
                    if (entries.size() >= MOST) {
                        throw new RefusedException(Refusal.TOO_MANY_CSCS, Map.of("most", Integer.toString(MOST)));
                    }
                    entries.add(entry(act, put, sinceOf(was, put).orElse(at)));
                }
                case CscChange.End end -> {
                    if (!wasThere) {
                        throw new RefusedException(Refusal.NO_CSC, Map.of("csc", end.name()));
                    }
                }
            }
            CscList after = new CscList(before.revision() + 1, entries);
            byte[] document = CscDocument.write(after);
            requireReadable(act, document);
            Durable.replace(act.paths().cscs(), document);
            return new Outcome.Recorded("cscs", after.revision(), at, recorded(act, change));
        }
    }

    /** Texts may be long, and what is not ASCII is written in more bytes than it has: what could not be read again is not written. */
    private static void requireReadable(Act act, byte[] document) throws RefusedException {
        try {
            CscDocument.parse(act.paths().cscs(), document);
        } catch (YamlProblem e) {
            throw new RefusedException(
                    Refusal.CSCS_TOO_LARGE,
                    Map.of("size", Sizes.of(document.length), "most", Sizes.of(StrictYaml.SMALL)));
        }
    }

    /** One that cannot be read is not written over: what it said of the night would be lost. */
    private static CscList read(Act act) throws IOException, RefusedException {
        try {
            return CscDocument.read(act.paths().cscs());
        } catch (YamlProblem e) {
            throw new RefusedException(Refusal.CSCS_UNREADABLE, Map.of("problem", e.told()));
        }
    }

    /** Another end or other steps are no other test. */
    private static Optional<Instant> sinceOf(Optional<CscUnderTest> was, CscChange.Put put) {
        return was.filter(each -> each.version().equals(put.version())).map(CscUnderTest::since);
    }

    private static CscUnderTest entry(Act act, CscChange.Put put, Instant at) {
        return new CscUnderTest(
                put.name(), put.version(), put.returnTo(), at, act.caller().account(), put.until(), put.steps());
    }

    private static List<String> recorded(Act act, CscChange change) {
        ActRecord record = new ActRecord(act, new JournalFile(act.paths().journal()));
        String what =
                switch (change) {
                    case CscChange.Put put -> put.name() + " " + put.version();
                    case CscChange.End end -> end.name() + " -";
                };
        try {
            record.repair();
            record.end(Optional.empty(), what, List.of(), "done", Optional.empty());
            return List.of();
        } catch (IOException e) {
            return List.of(new Endings().remark(Remark.RECORD_INCOMPLETE, Endings.Done.WRITTEN));
        }
    }
}
