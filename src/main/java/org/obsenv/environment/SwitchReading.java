package org.obsenv.environment;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.JournalReader;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.JournalDocument;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.layout.Manifest;
import org.obsenv.words.Words;

/** Tells following from held, by the text of {@code current} alone, and finds who holds it. */
final class SwitchReading {
    private static final Set<String> ACTS = Set.of("rollback", "resume", "switch", "deploy");
    private static final Set<String> UNDONE = Set.of("refused", "failed");
    private static final int LOOKED_AT = 200;

    private final LayoutPaths paths;
    private final JournalReader journal;
    private final Manifests manifests;
    private final Words words = Words.of("reading");

    SwitchReading(LayoutPaths paths, JournalReader journal, Manifests manifests) {
        this.paths = paths;
        this.journal = journal;
        this.manifests = manifests;
    }

    SwitchState of(LayoutStamp stamp) {
        if (stamp.current().isEmpty()) {
            // An export that is not mounted leaves an empty directory, or none.
            return new SwitchState.Unknown(
                    Files.isDirectory(paths.inner())
                            ? words.text("switch.missing")
                            : words.text("switch.away", "root", paths.root()));
        }
        SwitchToken token = stamp.current().get();
        if (token.target().equals(LayoutPaths.DEPLOY)) {
            Optional<GenerationId> deploy = stamp.deploy().flatMap(Links::generationIn);
            return deploy.isPresent()
                    ? new SwitchState.Following(deploy.get(), token)
                    : new SwitchState.Unknown(words.text("switch.no-deploy"));
        }
        Optional<GenerationId> held = Links.generationIn(token.target());
        return held.isPresent()
                ? new SwitchState.Held(
                        held.get(), token, holder(held.get(), token.target()), resuming(held.get(), stamp))
                : new SwitchState.Unknown(words.text("switch.odd", "target", token.target()));
    }

    private Known<List<PackageMove>> resuming(GenerationId held, LayoutStamp stamp) {
        Optional<GenerationId> deploy = stamp.deploy().flatMap(Links::generationIn);
        if (deploy.isEmpty()) {
            return Known.unknown(words.text("switch.no-deploy"));
        }
        return switch (manifests.of(held)) {
            case Known.Unknown<Manifest>(String reason) -> Known.unknown(reason);
            case Known.Value<Manifest>(Manifest from) ->
                manifests.of(deploy.get()).map(to -> PackageMove.between(from.packages(), to.packages()));
        };
    }

    /** The newest act that put {@code current} where it is; an unreadable journal is no reason not to say "held". */
    private Optional<JournalEntry> holder(GenerationId held, String target) {
        return switch (journal.newest(LOOKED_AT)) {
            case Known.Unknown<List<Known<JournalEntry>>> unknown -> Optional.empty();
            case Known.Value<List<Known<JournalEntry>>>(List<Known<JournalEntry>> newest) -> {
                // One that cannot be read may be of the act that is looked for: nobody is named in its stead.
                List<JournalEntry> entries = newest.stream()
                        .takeWhile(each -> each instanceof Known.Value)
                        .flatMap(each -> each.found().stream())
                        .toList();
                Optional<JournalEntry> act = entries.stream()
                        .filter(entry -> ACTS.contains(entry.act()) && !UNDONE.contains(entry.outcome()))
                        .findFirst();
                if (act.isEmpty() && entries.size() == newest.size()) {
                    yield deployed(held);
                }
                yield act.filter(entry -> entry.to().equals(Optional.of(target)))
                        .map(entry -> withLateReason(entry, entries));
            }
        };
    }

    /** Older than the journal reaches: of a test its own manifest tells by whom, why and until when. */
    private Optional<JournalEntry> deployed(GenerationId held) {
        return manifests
                .of(held)
                .found()
                .filter(each -> each.why().equals("deploy"))
                .map(each -> new JournalEntry(
                        "",
                        each.made(),
                        each.why(),
                        each.by(),
                        Optional.empty(),
                        "",
                        each.parent().map(LayoutPaths::textOf),
                        Optional.of(LayoutPaths.textOf(held)),
                        0,
                        List.of(),
                        each.reason(),
                        Duration.ZERO,
                        "done",
                        Optional.empty(),
                        each.until()));
    }

    /** The newest reason that was given after the act, if one was. */
    private static JournalEntry withLateReason(JournalEntry act, List<JournalEntry> newestFirst) {
        return newestFirst.stream()
                .takeWhile(entry -> !entry.id().equals(act.id()))
                .filter(entry -> entry.act().equals(JournalDocument.LATE_REASON))
                .findFirst()
                .flatMap(JournalEntry::reason)
                .map(act::withReason)
                .orElse(act);
    }
}
