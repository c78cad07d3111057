package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.ScarceRoom;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Aim;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** One pass of the auto-pull: fetch, fast-forward, export, build, move {@code deploy}. Never touches {@code current}. */
final class SyncVerb implements VerbAct {
    private final boolean isAsked;

    /** {@code isAsked}: by a person, who wants what is new now; otherwise it is the timer's. */
    SyncVerb(boolean isAsked) {
        this.isAsked = isAsked;
    }

    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        Outcome outcome = pass(act);
        if (!(outcome instanceof Outcome.Built built) || act.request().aim() instanceof Aim.LetPass) {
            return outcome;
        }
        // Other builds need not wait for remotes that take their time with a tag: the lock is free again.
        List<String> notes = new ArrayList<>(built.notes());
        notes.addAll(new HotfixPushes(act, isAsked).run());
        return new Outcome.Built(built.generation(), built.at(), built.took(), built.movedCount(), notes);
    }

    private Outcome pass(Act act) throws IOException, RefusedException {
        Instant began = act.clock().instant();
        BuildAct build = new BuildAct(act);
        try (LockFile lock = build.lock()) {
            GenerationBuilder generations = new GenerationBuilder(act);
            Optional<GenerationId> deploy = act.links().deploy();
            if (deploy.isEmpty()) {
                throw new RefusedException(
                        Refusal.NOT_SET_UP, Map.of("root", act.site().root().toString()));
            }
            SortedMap<PackageName, CommitId> running = build.packagesOf(deploy);
            if (act.request().aim() instanceof Aim.LetPass aim) {
                return new LetPass(act, aim).run(build, deploy, running, began);
            }
            List<String> notes = new ArrayList<>();
            SyncState before = stateBefore(act, running, notes);
            SyncState after = new RemoteLooks(act, isAsked)
                    .run(before.withAccepted(running, began), lastPass(act), notes)
                    .with(room(act, before));
            after.room().ifPresent(room -> notes.add(room.text()));
            List<PackageMove> moves = PackageMove.between(running, accepted(after, running));
            Optional<GenerationId> built = Optional.empty();
            HotfixNames names = new HotfixNames(act, before, after);
            if (moves.isEmpty()) {
                notes.addAll(names.name(moves));
            }
            if (!moves.isEmpty()) {
                GenerationId id =
                        generations.build(accepted(after, running), deploy, Optional.empty(), new TreeMap<>());
                notes.addAll(names.name(moves));
                notes.addAll(build.moveLink(act.paths().deploy(), id, moves));
                built = Optional.of(id);
            }
            notes.addAll(new Sentinel(act, after).run());
            notes.addAll(keep(act, before, after, built.isPresent()));
            Instant ended = act.clock().instant();
            return new Outcome.Built(built, ended, Duration.between(began, ended), moves.size(), notes);
        }
    }

    /** Once {@code deploy} has moved the pass is done, and what cannot be written about it is only said. */
    private static List<String> keep(Act act, SyncState before, SyncState after, boolean moved) throws IOException {
        try {
            if (!after.equals(before)) {
                Durable.replace(act.paths().state(), SyncStateDocument.write(after));
            }
            beat(act);
            return List.of();
        } catch (IOException e) {
            if (moved) {
                return List.of(Words.of("endings").text("note.state-unwritten", "problem", IoWords.of(e)));
            }
            throw e;
        }
    }

    /** What cannot be written once {@code deploy} has moved is only said. */
    static List<String> kept(Act act, SyncState after) {
        try {
            Durable.replace(act.paths().state(), SyncStateDocument.write(after));
            return List.of();
        } catch (IOException e) {
            return List.of(Words.of("endings").text("note.state-unwritten", "problem", IoWords.of(e)));
        }
    }

    /** The last state; where it is missing or spoilt, what deploy's generation says. */
    private static SyncState stateBefore(Act act, SortedMap<PackageName, CommitId> running, List<String> notes)
            throws IOException {
        try {
            return SyncStateDocument.read(act.paths().state());
        } catch (NoSuchFileException e) {
            return fromGeneration(running, act.clock().instant());
        } catch (YamlProblem e) {
            notes.add(Words.of("endings").text("note.state-spoilt", "problem", e.told()));
            return fromGeneration(running, act.clock().instant());
        }
    }

    private static SyncState fromGeneration(SortedMap<PackageName, CommitId> running, Instant now) {
        SortedMap<PackageName, PackageState> states = new TreeMap<>();
        running.forEach((name, commit) -> states.put(name, new PackageState(commit, commit, now, Optional.empty())));
        return new SyncState(states);
    }

    /** What the next generation holds: the packages of this one, each at its accepted head. */
    private static SortedMap<PackageName, CommitId> accepted(
            SyncState state, SortedMap<PackageName, CommitId> running) {
        SortedMap<PackageName, CommitId> accepted = new TreeMap<>(running);
        state.packages().forEach((name, each) -> accepted.replace(name, each.accepted()));
        return accepted;
    }

    /** What cannot be told is no alarm: a disk that is full says so by itself, at the next write. */
    private static Optional<ScarceRoom> room(Act act, SyncState before) {
        try {
            return FreeRoom.of(act.paths().root())
                    .scarce(
                            act.paths().root(),
                            act.site().sync(),
                            before.room(),
                            act.clock().instant());
        } catch (IOException e) {
            return before.room();
        }
    }

    private static Instant lastPass(Act act) throws IOException {
        try {
            return Files.getLastModifiedTime(act.paths().heartbeat()).toInstant();
        } catch (NoSuchFileException e) {
            return act.clock().instant();
        }
    }

    static void beat(Act act) throws IOException {
        if (!Files.exists(act.paths().heartbeat())) {
            Durable.create(act.paths().heartbeat(), new byte[0]);
        }
        Files.setLastModifiedTime(
                act.paths().heartbeat(), FileTime.from(act.clock().instant()));
    }
}
