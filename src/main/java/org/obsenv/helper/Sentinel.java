package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.changes.TicketRules;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.domain.trace.Cause;
import org.obsenv.domain.trace.Findings;
import org.obsenv.layout.AlarmsDocument;
import org.obsenv.layout.AlarmsDocument.Kept;
import org.obsenv.layout.Manifest;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.site.SharedPackage;
import org.obsenv.site.TraceSettings;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/**
 * Watches over the traceability of what runs, at the end of each pass. A package is looked at again when something that
 * a look depends on is otherwise, or the day is; nothing that fails here ends a pass.
 */
final class Sentinel {
    /** A list is edited first and built then: before this it is nobody's fault. */
    private static final Duration EDITING = Duration.ofMinutes(10);

    /** For a few names of references; a repository that does not answer holds the pass no longer, and no other up. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Act act;
    private final SyncState state;
    private final TraceSettings settings;
    private final Instant now;
    private final Words words = Words.of("trace");

    Sentinel(Act act, SyncState state) {
        this.act = act;
        this.state = state;
        this.settings = act.site().sync().trace();
        this.now = act.clock().instant();
    }

    /**
     * One package's look.
     *
     * @param by what it depended on; as before when there was no look
     * @param findings empty when all that they depend on is as it was, and when there was no look
     * @param problem why there was none
     */
    private record Judged(
            PackageName name, Optional<String> by, Optional<Findings> findings, Optional<String> problem) {}

    /** Returns what must be said. */
    List<String> run() {
        try {
            Kept known = read();
            Optional<Manifest> base = base();
            List<SharedPackage> packages = act.site().packages().stream()
                    .filter(shared -> state.packages().containsKey(shared.name()))
                    .toList();
            List<Judged> judged = InParallel.each(packages, shared -> judgeOrSay(shared, base, known));
            List<String> notes =
                    judged.stream().flatMap(each -> each.problem().stream()).toList();
            Set<Cause> holding = new HashSet<>();
            Set<Findings.Place> looked = new HashSet<>();
            SortedMap<PackageName, String> judgedBy = new TreeMap<>();
            for (Judged each : judged) {
                each.by().ifPresent(by -> judgedBy.put(each.name(), by));
                each.findings().ifPresent(found -> {
                    holding.addAll(found.holding());
                    looked.addAll(found.looked());
                });
            }
            lookAtTheList(base, holding, looked);
            known.alarms().all().stream()
                    .flatMap(alarm -> alarm.cause().about().stream())
                    .filter(name -> !act.site().packageNames().contains(name))
                    .forEach(name -> Arrays.stream(Cause.Kind.values())
                            .forEach(kind -> looked.add(new Findings.Place(kind, Optional.of(name)))));
            Findings findings = new Findings(holding, looked);
            boolean isNews = !known.judgedBy().equals(judgedBy)
                    || known.alarms().after(findings, now).revision()
                            != known.alarms().revision();
            if (isNews) {
                keep(findings, judgedBy);
            }
            return notes;
        } catch (IOException | YamlProblem | RefusedException e) {
            return List.of(problem(e));
        }
    }

    private String problem(Exception e) {
        return words.text("not-watched", "problem", told(e));
    }

    private static String told(Exception e) {
        return switch (e) {
            case YamlProblem spoilt -> spoilt.told();
            case IOException broken -> IoWords.of(broken);
            default -> String.valueOf(e.getMessage());
        };
    }

    private Kept read() throws IOException, YamlProblem {
        try {
            return AlarmsDocument.read(act.paths().alarms());
        } catch (NoSuchFileException e) {
            return Kept.NOTHING;
        }
    }

    private Optional<Manifest> base() throws IOException, YamlProblem {
        Optional<GenerationId> base = act.links().base();
        return base.isEmpty()
                ? Optional.empty()
                : Optional.of(ManifestDocument.read(act.paths().manifest(base.get())));
    }

    /** A repository that cannot be read keeps its alarms as they are, and the others are looked at. */
    private Judged judgeOrSay(SharedPackage shared, Optional<Manifest> base, Kept known) {
        try {
            return judge(shared, base, known);
        } catch (IOException e) {
            return new Judged(
                    shared.name(),
                    Optional.ofNullable(known.judgedBy().get(shared.name())),
                    Optional.empty(),
                    Optional.of(words.text("not-looked", "package", shared.name(), "problem", told(e))));
        }
    }

    private Judged judge(SharedPackage shared, Optional<Manifest> base, Kept known) throws IOException {
        PackageName name = shared.name();
        BareRepository repository = new BareRepository(act.paths().repository(name), shared);
        PackageState remote = Objects.requireNonNull(state.packages().get(name));
        Optional<CommitId> pin =
                base.flatMap(each -> Optional.ofNullable(each.packages().get(name)));
        Map<String, String> trunks = new TreeMap<>(repository.references(
                ANSWER,
                settings.trunks().stream()
                        .filter(each -> !each.equals(shared.deployBranch()))
                        .map(each -> BareRepository.TRACKED + each)
                        .toArray(String[]::new)));
        boolean namesAreWhole = !state.incomplete().containsKey(name);
        String by = digest(String.join(
                " ",
                remote.accepted().hex(),
                remote.problem().map(each -> each.kind() + remote.head().hex()).orElse("-"),
                pin.map(CommitId::hex).orElse("-"),
                trunks.toString(),
                Boolean.toString(namesAreWhole),
                settings.toString(),
                act.site().tickets().toString(),
                LocalDate.ofInstant(now, ZoneOffset.UTC).toString()));
        @Nullable String before = known.judgedBy().get(name);
        if (by.equals(before)) {
            return new Judged(name, Optional.of(by), Optional.empty(), Optional.empty());
        }
        TicketRules tickets = new TicketRules(act.site().tickets());
        TraceLook look = new TraceLook(shared, repository, settings, trunks.keySet(), tickets, now);
        return new Judged(name, Optional.of(by), Optional.of(look.run(remote, pin, namesAreWhole)), Optional.empty());
    }

    /** Looked at with every pass: people edit it by hand. */
    private void lookAtTheList(Optional<Manifest> base, Set<Cause> holding, Set<Findings.Place> looked) {
        try {
            String list = Sha256.hex(Files.readAllBytes(act.site().baseList()));
            Instant edited = Files.getLastModifiedTime(act.site().baseList()).toInstant();
            boolean isBuilt = base.flatMap(Manifest::list).equals(Optional.of(list));
            if (isBuilt || !edited.plus(EDITING).isAfter(now)) {
                looked.add(new Findings.Place(Cause.Kind.LIST_NOT_BUILT, Optional.empty()));
            }
            if (!isBuilt && !edited.plus(EDITING).isAfter(now)) {
                holding.add(new Cause.ListNotBuilt(list));
            }
        } catch (IOException e) {
            // Unreadable it says nothing; the console says that it is.
        }
    }

    private void keep(Findings findings, SortedMap<PackageName, String> judgedBy)
            throws IOException, RefusedException, YamlProblem {
        try (LockFile lock = LockFile.take(act.paths().locks().resolve("switch"), SwitchAct.PATIENCE)) {
            // Somebody may have acknowledged one meanwhile.
            Alarms before = read().alarms();
            Alarms after = before.after(findings, now);
            // First where they are looked for: one that is there and not in the journal is not lost.
            Durable.replace(act.paths().alarms(), AlarmsDocument.write(new Kept(after, judgedBy)));
            List<Alarm> raised = after.raisedSince(before);
            if (!raised.isEmpty()) {
                ActRecord record =
                        new ActRecord(act, new JournalFile(act.paths().journal()));
                record.repair();
                record.raised(raised);
            }
        }
    }

    private static String digest(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
