package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.ledger.Chain;
import org.obsenv.ledger.ChainDocument;
import org.obsenv.ledger.IndexDocument;
import org.obsenv.ledger.LedgerFiles;
import org.obsenv.ledger.LedgerPaths;
import org.obsenv.ledger.SealedFields;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** Appends sealed acts to the documents of a store, each by one rename. Used only under its lock. */
final class LedgerStore {
    private final LedgerPaths paths;
    private final LedgerKey key;
    private final Words words = Words.of("endings");
    private SortedMap<String, Revision> index;

    private LedgerStore(LedgerPaths paths, LedgerKey key, SortedMap<String, Revision> index) {
        this.paths = paths;
        this.key = key;
        this.index = index;
    }

    /** Opens the store, swept of what died before it was in place; makes key and index at the first run. */
    static LedgerStore open(LedgerPaths paths, Optional<String> trusted) throws IOException, RefusedException {
        Durable.directory(paths.candidates(), "rwxr-xr-x");
        sweep(paths.store());
        sweep(paths.candidates());
        sweep(paths.inner());
        boolean isEmpty = LedgerFiles.candidates(paths).isEmpty()
                && !Files.exists(paths.file(LedgerPaths.DESIGNATIONS))
                && !Files.exists(paths.file(LedgerPaths.WINDOWS))
                && isUnused(paths);
        LedgerKey key = LedgerKey.open(paths, isEmpty);
        if (trusted.isPresent() && !trusted.get().equals(key.publicHalf().fingerprint())) {
            throw new RefusedException(
                    Refusal.KEY_UNUSABLE,
                    Map.of("problem", Words.of("endings").text("key.foreign", "file", paths.privateKey())));
        }
        if (isEmpty) {
            SortedMap<String, Revision> nothing = new TreeMap<>();
            Durable.replace(paths.index(), IndexDocument.write(nothing, key.seal(IndexDocument.canonical(nothing))));
            return new LedgerStore(paths, key, nothing);
        }
        return new LedgerStore(paths, key, index(paths, key));
    }

    /** An index that knows a document is of no store that could begin anew. */
    private static boolean isUnused(LedgerPaths paths) throws IOException {
        Optional<byte[]> bytes = LedgerFiles.bytes(paths.index());
        return bytes.isEmpty() || IndexDocument.knowsNothing(bytes.get());
    }

    private static SortedMap<String, Revision> index(LedgerPaths paths, LedgerKey key)
            throws IOException, RefusedException {
        Optional<byte[]> bytes = LedgerFiles.bytes(paths.index());
        if (bytes.isEmpty()) {
            throw damaged(IndexDocument.NAME, Words.of("endings").text("store.index-gone"));
        }
        try {
            return IndexDocument.parse(bytes.get(), key.publicHalf())
                    .orElseThrow(() ->
                            damaged(IndexDocument.NAME, Words.of("endings").text("store.index-changed")));
        } catch (YamlProblem e) {
            throw damaged(IndexDocument.NAME, e.told());
        }
    }

    private static void sweep(Path directory) throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, Unique.PREFIX + "*")) {
            for (Path each : unfinished) {
                Files.delete(each);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Every document of a candidate that is there or was. */
    List<String> candidates() throws IOException {
        List<String> all = new ArrayList<>(LedgerFiles.candidates(paths));
        index.keySet().stream()
                .filter(each -> LedgerPaths.isCandidate(each) && !all.contains(each))
                .forEach(all::add);
        return all;
    }

    /**
     * A document, verified as a whole; empty when there never was one.
     *
     * @throws RefusedException when it is broken, not as it was sealed, or older than the index knows it
     */
    Optional<ChainDocument.Read> read(String document) throws IOException, RefusedException {
        Optional<byte[]> bytes = LedgerFiles.bytes(paths.file(document));
        Optional<Revision> known = Optional.ofNullable(index.get(document));
        if (bytes.isEmpty()) {
            if (known.isPresent()) {
                throw behind(document, 0, known.get().number());
            }
            return Optional.empty();
        }
        ChainDocument.Read read = parse(document, bytes.get());
        Chain chain = read.chain();
        int genuine = chain.genuine(key.publicHalf());
        if (genuine < chain.acts().size()) {
            throw damaged(document, words.text("store.unverified", "act", genuine + 1));
        }
        if (known.isPresent() && !chain.extendsFrom(known.get())) {
            throw behind(document, chain.acts().size(), known.get().number());
        }
        return Optional.of(read);
    }

    /**
     * Seals one more act and writes the document with it.
     *
     * @return what is to be known besides; empty when all is well
     * @throws IOException when nothing was written
     */
    List<String> append(Chain chain, Map<String, String> act) throws IOException, RefusedException {
        Map<String, String> fields = new LinkedHashMap<>(act);
        fields.put(SealedFields.BEFORE, chain.hashAt(chain.acts().size()));
        String document = chain.document();
        Chain next = chain.with(new SealedFields(fields, key.seal(SealedFields.canonical(document, fields))));
        byte[] bytes = ChainDocument.write(next);
        if (bytes.length > ChainDocument.LIMIT) {
            throw new RefusedException(
                    Refusal.NO_ROOM,
                    Map.of(
                            "store",
                            paths.store().toString(),
                            "problem",
                            words.text("store.full", "document", document)));
        }
        SortedMap<String, Revision> known = new TreeMap<>(index);
        known.put(document, next.revision());
        // Prepared before the rename that counts: what lacks room lacks it here, where nothing was changed.
        Path prepared = Unique.beside(paths.index());
        try {
            Durable.create(prepared, IndexDocument.write(known, key.seal(IndexDocument.canonical(known))));
            List<String> notes = new ArrayList<>(replace(document, bytes));
            notes.addAll(install(prepared));
            index = known;
            confirm(next, notes);
            return notes;
        } finally {
            leave(prepared);
        }
    }

    /** The rename decides: what fails after it is a note. */
    private List<String> replace(String document, byte[] bytes) throws IOException {
        Path file = paths.file(document);
        Path next = Unique.beside(file);
        try {
            Durable.create(next, bytes);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            leave(next);
        }
        try {
            Durable.forceDirectory(Durable.parent(file));
            return List.of();
        } catch (IOException e) {
            return List.of(words.text("note.unconfirmed"));
        }
    }

    /** What cannot be taken away now is swept by the next act; it must not hide how this one ended. */
    private static void leave(Path prepared) {
        try {
            Files.deleteIfExists(prepared);
        } catch (IOException e) {
            // Swept by the next act.
        }
    }

    /** The act is written; an index that lags behind it is caught up with the next. */
    private List<String> install(Path prepared) {
        try {
            Durable.rename(prepared, paths.index());
            return List.of();
        } catch (IOException e) {
            return List.of(words.text("note.index-behind"));
        }
    }

    private void confirm(Chain written, List<String> notes) {
        if (!isThere(written)) {
            notes.add(words.text("note.not-read-back"));
        }
    }

    private boolean isThere(Chain written) {
        try {
            byte[] bytes = LedgerFiles.bytes(paths.file(written.document())).orElse(new byte[0]);
            Chain read = parse(written.document(), bytes).chain();
            return read.equals(written)
                    && read.genuine(key.publicHalf()) == read.acts().size();
        } catch (IOException | RefusedException e) {
            return false;
        }
    }

    private static ChainDocument.Read parse(String document, byte[] bytes) throws RefusedException {
        try {
            return ChainDocument.parse(document, bytes);
        } catch (YamlProblem e) {
            throw damaged(document, e.told());
        }
    }

    private static RefusedException damaged(String document, String problem) {
        return new RefusedException(Refusal.STORE_DAMAGED, Map.of("document", document, "problem", problem));
    }

    private static RefusedException behind(String document, int has, int known) {
        return new RefusedException(
                Refusal.STORE_BEHIND,
                Map.of("document", document, "has", Integer.toString(has), "known", Integer.toString(known)));
    }
}
