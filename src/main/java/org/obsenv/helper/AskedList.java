package org.obsenv.helper;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obsenv.base.BaseList;
import org.obsenv.base.ListEdit;
import org.obsenv.base.ListedPin;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.basing.ListVersion;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.ListChange;
import org.obsenv.protocol.PinEdit;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/**
 * The text that the base list is to have: made from the text that the person reviewed, which must be the one on the
 * disk. The one exception is what a killed run of this very request left: the list that it wrote and did not build.
 */
final class AskedList {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Act act;
    private final ListFile found;
    private final ListVersions versions;
    private final List<String> notes = new ArrayList<>();

    /** What the list is to be; whether that is another than the one on the disk, and what is to be said of it. */
    static final class Text {
        private final byte[] bytes;
        private final BaseList list;
        private final boolean isNew;
        private final List<String> notes;

        Text(byte[] bytes, BaseList list, boolean isNew, List<String> notes) {
            this.bytes = bytes;
            this.list = list;
            this.isNew = isNew;
            this.notes = List.copyOf(notes);
        }

        byte[] bytes() {
            return bytes;
        }

        BaseList list() {
            return list;
        }

        boolean isNew() {
            return isNew;
        }

        List<String> notes() {
            return notes;
        }
    }

    AskedList(Act act, ListFile found, ListVersions versions) {
        this.act = act;
        this.found = found;
        this.versions = versions;
    }

    /** Refuses early what cannot become right: a fetch takes minutes. */
    void requireSeen() throws IOException, RefusedException {
        if (act.request().aim() instanceof Aim.SetBase(String saw, ListChange change)) {
            if (!saw.equals(found.sha256()) && versions.text(saw).isEmpty()) {
                throw changed(act, found, versions);
            }
            boolean isAsItIs = change instanceof ListChange.Edits(List<PinEdit> pins, var cycle)
                    && pins.isEmpty()
                    && cycle.isEmpty();
            if (!isAsItIs) {
                found.requireWritable();
            }
        }
    }

    static RefusedException changed(Act act, ListFile found, ListVersions versions) throws IOException {
        ListVersion since = versions.of(found);
        return new RefusedException(Refusal.LIST_CHANGED, Map.of("time", TIME.format(since.at()), "by", since.who()));
    }

    /** Names are resolved as the last fetch left them. */
    Text text() throws IOException, RefusedException {
        if (!(act.request().aim() instanceof Aim.SetBase(String saw, ListChange change))) {
            return new Text(found.bytes(), found.list(), false, List.of());
        }
        if (saw.equals(found.sha256())) {
            return read(changed(found.bytes(), change));
        }
        if (!isOwnWork(saw, change)) {
            throw changed(act, found, versions);
        }
        return read(found.bytes());
    }

    /** Whether this request, asked of the list that was seen, gives the one on the disk. */
    private boolean isOwnWork(String saw, ListChange change) throws IOException {
        try {
            Optional<byte[]> seen = versions.text(saw);
            return seen.isPresent() && Arrays.equals(changed(seen.get(), change), found.bytes());
        } catch (RefusedException e) {
            return false; // of that list it could not even be asked
        }
    }

    private Text read(byte[] bytes) throws RefusedException {
        try {
            BaseList list = BaseList.parse(found.file().toString(), bytes);
            return new Text(bytes, list, !Arrays.equals(bytes, found.bytes()), List.copyOf(notes));
        } catch (YamlProblem e) {
            throw new RefusedException(Refusal.BAD_LIST, Map.of("problem", e.told()));
        }
    }

    private byte[] changed(byte[] text, ListChange change) throws IOException, RefusedException {
        return switch (change) {
            case ListChange.Version(int number) -> versions.text(number);
            case ListChange.Edits(List<PinEdit> edits, Optional<String> cycle) -> {
                Map<PackageName, ListedPin> pins = new LinkedHashMap<>();
                for (PinEdit each : edits) {
                    pins.put(each.name(), pin(each));
                }
                try {
                    yield ListEdit.of(found.file().toString(), text, pins, cycle);
                } catch (YamlProblem e) {
                    throw new RefusedException(Refusal.BAD_LIST, Map.of("problem", e.told()));
                }
            }
        };
    }

    private ListedPin pin(PinEdit edit) throws IOException, RefusedException {
        SharedPackage shared = act.site().packages().stream()
                .filter(each -> each.name().equals(edit.name()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Refusal.NO_PACKAGE, Map.of("package", edit.name().text())));
        return switch (edit) {
            case PinEdit.Keep(var name, CommitId commit) -> new ListedPin.Keep(commit.hex(), 0);
            case PinEdit.To(var name, String revision, Optional<CommitId> seen) -> named(shared, revision, seen);
        };
    }

    /** A tag by its name; what would move, or could mean two one day, by its whole commit. */
    private ListedPin named(SharedPackage shared, String revision, Optional<CommitId> seen)
            throws IOException, RefusedException {
        BareRepository repository = new BareRepository(act.paths().repository(shared.name()), shared);
        Revision stands = Revision.of(repository, revision);
        CommitId commit = stands.commit()
                .orElseThrow(() -> new RefusedException(
                        Refusal.NO_REVISION,
                        Map.of("package", shared.name().text(), "problem", revision + stands.problem())));
        if (seen.isPresent() && !seen.get().equals(commit)) {
            throw new RefusedException(
                    Refusal.REVISION_MOVED,
                    Map.of(
                            "package", shared.name().text(),
                            "revision", revision,
                            "saw", seen.get().abbreviated(),
                            "now", commit.abbreviated()));
        }
        if (stands.isBranch()) {
            notes.add(Words.of("endings")
                    .text(
                            "note.list-branch",
                            "package",
                            shared.name(),
                            "name",
                            revision,
                            "commit",
                            commit.abbreviated()));
        }
        boolean isTag = !repository.references("refs/tags/" + revision).isEmpty();
        return new ListedPin.Named(isTag ? revision : commit.hex(), 0);
    }
}
