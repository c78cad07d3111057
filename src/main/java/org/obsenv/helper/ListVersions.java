package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.base.BaseList;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.basing.ListVersion;
import org.obsenv.domain.basing.ListVersion.How;
import org.obsenv.layout.ListVersionDocument;
import org.obsenv.layout.ListVersionFiles;
import org.obsenv.yaml.YamlProblem;

/**
 * Keeps every text that the base list has when base is built, for good: a few kilobytes each. Written under the build
 * lock; the record comes last and makes the version.
 */
final class ListVersions {
    private final Act act;
    private final ListVersionFiles files;

    ListVersions(Act act) {
        this.act = act;
        this.files = new ListVersionFiles(act.paths());
    }

    /** Keeps the text that stands on the disk, unless it is the newest; nobody asked for it, so it was an editor. */
    int found(ListFile list) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(list.file(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return keep(
                list.bytes(),
                list.list(),
                attributes.lastModifiedTime().toInstant(),
                attributes.owner().getName(),
                Optional.empty(),
                How.BY_HAND,
                Optional.empty());
    }

    /** Keeps the text that was asked for, unless it is the newest. */
    int asked(byte[] bytes, BaseList list) throws IOException {
        return keep(
                bytes,
                list,
                act.clock().instant(),
                act.caller().account(),
                act.request().initials(),
                How.ASKED,
                act.request().reason());
    }

    private int keep(
            byte[] bytes,
            BaseList list,
            Instant at,
            String by,
            Optional<String> initials,
            How how,
            Optional<String> reason)
            throws IOException {
        Durable.directory(act.paths().lists(), "rwxr-xr-x");
        Optional<ListVersion> newest = files.newest();
        if (newest.isPresent() && newest.get().sha256().equals(list.sha256())) {
            return newest.get().number();
        }
        List<Integer> numbers = files.numbers();
        int number = numbers.isEmpty() ? 1 : numbers.getLast() + 1;
        Durable.replace(act.paths().list(number), bytes);
        ListVersion version = new ListVersion(number, list.sha256(), at, by, initials, how, reason, list.cycle());
        Durable.replace(act.paths().listRecord(number), ListVersionDocument.write(version));
        return number;
    }

    /** Since when the list is what it is, and by whom. */
    ListVersion of(ListFile list) throws IOException {
        Optional<ListVersion> newest = files.newest();
        if (newest.isPresent() && newest.get().sha256().equals(list.sha256())) {
            return newest.get();
        }
        PosixFileAttributes attributes =
                Files.readAttributes(list.file(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new ListVersion(
                0,
                list.sha256(),
                attributes.lastModifiedTime().toInstant(),
                attributes.owner().getName(),
                Optional.empty(),
                How.BY_HAND,
                Optional.empty(),
                list.list().cycle());
    }

    /** The newest kept text of that SHA-256. */
    Optional<byte[]> text(String sha256) throws IOException {
        for (int number : files.numbers().reversed()) {
            try {
                ListVersion version = files.version(number);
                if (version.sha256().equals(sha256)) {
                    return Optional.of(files.text(version));
                }
            } catch (YamlProblem e) {
                // Spoilt, so as good as not kept.
            }
        }
        return Optional.empty();
    }

    /** The text that was kept under that number. */
    byte[] text(int number) throws IOException, RefusedException {
        try {
            if (files.numbers().contains(number)) {
                return files.text(files.version(number));
            }
        } catch (YamlProblem e) {
            throw missing(number, e.told());
        }
        throw missing(number, "none was kept under this number");
    }

    private static RefusedException missing(int number, String problem) {
        return new RefusedException(
                Refusal.NO_LIST_VERSION, Map.of("number", Integer.toString(number), "problem", problem));
    }
}
