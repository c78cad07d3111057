package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.Silence;
import org.obsenv.layout.SyncState.Unpushed;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.site.HotfixTags;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/**
 * Brings the tags of hot-fixes to the remotes, where the site says so. A pass does it last, when it has let go of the
 * build lock: nobody's build waits for it, and the pass itself as long as a remote may take to answer. One that does not
 * take them is left alone for a while, and twice as long each time; the state tells of it.
 */
final class HotfixPushes {
    /** For the state: a build that is under way meanwhile is not waited for, and the next pass finds the tags as they are. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** After so many refusals it is for people to mend, and trying is no more than a reminder. */
    private static final int MOST_REFUSALS = 5;

    private final Act act;
    private final boolean isAsked;
    private final BackOff backOff;
    private final Words words = Words.of("gate");

    /** {@code isAsked}: a person wants it now, also of remotes that are left alone for a while. */
    HotfixPushes(Act act, boolean isAsked) {
        this.act = act;
        this.isAsked = isAsked;
        this.backOff = new BackOff(act.site().sync());
    }

    /** What came of one package's. */
    private record Tried(SharedPackage shared, TagPush push, TagPush.Ended ended) {}

    /** Returns what must be said; nothing that fails here ends a pass. */
    List<String> run() {
        try {
            Map<SharedPackage, TagPush> open = open();
            SortedMap<PackageName, Unpushed> before = known();
            if (open.isEmpty() && before.isEmpty()) {
                return List.of();
            }
            List<SharedPackage> due = open.keySet().stream()
                    .filter(shared -> isAsked || !rests(before.get(shared.name())))
                    .toList();
            List<Tried> tried = InParallel.each(due, act.site().sync().atOnce(), shared -> {
                TagPush push = Objects.requireNonNull(open.get(shared));
                return new Tried(shared, push, push.run());
            });
            SortedMap<PackageName, Unpushed> after = new TreeMap<>(before);
            after.keySet().removeIf(name -> open.keySet().stream()
                    .noneMatch(each -> each.name().equals(name)));
            tried.forEach(each -> put(after, each));
            List<String> notes = new ArrayList<>(keep(tried, before, after));
            after.forEach((name, each) -> notes.add(name + ": " + each.text()));
            return notes;
        } catch (IOException e) {
            return List.of(words.text("tag.unkept", "problem", IoWords.of(e)));
        } catch (RefusedException e) {
            return List.of(words.text("tag.unkept", "problem", String.valueOf(e.getMessage())));
        }
    }

    /** Where something waits to be pushed. */
    private Map<SharedPackage, TagPush> open() throws IOException, RefusedException {
        List<SharedPackage> all = act.site().packages().stream()
                .filter(shared -> shared.hotfixTags() == HotfixTags.PUSH)
                .toList();
        List<TagPush> pushes = InParallel.each(
                all,
                shared -> TagPush.of(
                        shared,
                        act.paths().repository(shared.name()),
                        act.site().sync().ask()));
        Map<SharedPackage, TagPush> open = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (!pushes.get(i).names().isEmpty()) {
                open.put(all.get(i), pushes.get(i));
            }
        }
        return open;
    }

    /** Where the state cannot be read nothing is known, and all are tried. */
    private SortedMap<PackageName, Unpushed> known() throws IOException {
        try {
            return SyncStateDocument.read(act.paths().state()).unpushed();
        } catch (NoSuchFileException | YamlProblem e) {
            return new TreeMap<>();
        }
    }

    private boolean rests(@Nullable Unpushed known) {
        return known != null
                && backOff.rests(
                        known.rest(), isGivenUp(known.refusals()), act.clock().instant());
    }

    private static boolean isGivenUp(int refusals) {
        return refusals >= MOST_REFUSALS;
    }

    private void put(SortedMap<PackageName, Unpushed> all, Tried tried) {
        PackageName name = tried.shared().name();
        Optional<Unpushed> before = Optional.ofNullable(all.remove(name));
        tried.ended().problem().ifPresent(problem -> all.put(name, unpushed(before, tried, problem)));
    }

    private Unpushed unpushed(Optional<Unpushed> before, Tried tried, String problem) {
        Instant now = act.clock().instant();
        // One tag that it takes says that it takes tags.
        int earlier =
                tried.ended().taken().isEmpty() ? before.map(Unpushed::refusals).orElse(0) : 0;
        int refusals = earlier + (tried.ended().isRefused() ? 1 : 0);
        Silence rest = backOff.after(before.map(Unpushed::rest), new IOException(problem), now);
        String text = tried.push().told(tried.ended(), problem);
        boolean isDaily = isGivenUp(refusals);
        return new Unpushed(
                before.map(Unpushed::since).orElse(now),
                isDaily ? BackOff.daily(rest, now) : rest,
                refusals,
                isDaily ? words.text("tag.refused", "problem", text, "n", refusals) : text);
    }

    private List<String> keep(
            List<Tried> tried, SortedMap<PackageName, Unpushed> before, SortedMap<PackageName, Unpushed> after) {
        if (tried.isEmpty() && after.equals(before)) {
            return List.of();
        }
        try (LockFile lock = LockFile.takeUnlessAtWork(act.paths().locks().resolve("build"), PATIENCE)) {
            for (Tried each : tried) {
                each.push().forget(each.ended().taken());
            }
            SyncState now = SyncStateDocument.read(act.paths().state());
            Durable.replace(act.paths().state(), SyncStateDocument.write(now.withUnpushed(after)));
            return List.of();
        } catch (RefusedException e) {
            return List.of(); // somebody builds; what was pushed is found pushed the next time
        } catch (IOException | YamlProblem e) {
            String problem = e instanceof YamlProblem spoilt ? spoilt.told() : String.valueOf(e.getMessage());
            return List.of(Words.of("endings").text("note.state-unwritten", "problem", problem));
        }
    }
}
