package org.obsenv.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.obsenv.domain.Known;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.LedgerReader;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.LedgerReading.Broken;
import org.obsenv.domain.signoff.LedgerReading.KeyState;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.domain.signoff.WindowsReading;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/**
 * Reads a store and verifies it. A document that cannot be read is set aside by name and costs no other. Blocks; safe
 * for one thread at a time.
 */
public final class DirectoryLedgerReader implements LedgerReader {
    private final LedgerPaths paths;
    private final Optional<String> trusted;
    private final Seen seen;
    private final Words words = Words.of("endings");

    /**
     * Reads the store at a path.
     *
     * @param trusted the fingerprint of the only key to be believed; empty for the one that lies in the store
     */
    public DirectoryLedgerReader(Path store, Optional<String> trusted, Seen seen) {
        this.paths = new LedgerPaths(store);
        this.trusted = trusted;
        this.seen = seen;
    }

    /** A document with what it says. */
    private record Told<T>(Chain chain, List<T> acts, Judgement judgement) {}

    @Override
    public Known<LedgerReading> read() {
        try {
            if (!Files.isDirectory(paths.store())) {
                return Known.unknown(words.text("store.absent", "store", paths.store()));
            }
            return Known.of(new Look().read());
        } catch (IOException e) {
            return Known.unknown(IoWords.of(e));
        }
    }

    /** One look at the whole store. */
    private final class Look {
        private final List<Broken> broken = new ArrayList<>();
        private final Map<String, Revision> whole = new HashMap<>();
        private final Map<String, Revision> remembered = seen.known();
        private final KeyState state;
        private final Optional<SealKey> key;
        // Before the documents: they are written first, so none can be older than this index.
        private final Optional<SortedMap<String, Revision>> index;

        Look() throws IOException {
            Optional<String> pem =
                    LedgerFiles.bytes(paths.publicKey()).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
            Optional<SealKey> found = pem.flatMap(SealKey::parse);
            this.state = state(pem, found);
            this.key = state instanceof KeyState.Trusted ? found : Optional.empty();
            this.index = index();
        }

        LedgerReading read() throws IOException {
            List<CandidateReading> candidates = new ArrayList<>();
            Set<String> documents = new TreeSet<>(LedgerFiles.candidates(paths));
            index.ifPresent(known ->
                    known.keySet().stream().filter(LedgerPaths::isCandidate).forEach(documents::add));
            remembered.keySet().stream().filter(LedgerPaths::isCandidate).forEach(documents::add);
            for (String document : documents) {
                candidate(document).ifPresent(candidates::add);
            }
            Told<DesignationAct> designations =
                    only(LedgerPaths.DESIGNATIONS, ActDocument.designations(), ActDocument::designation);
            Told<WindowAct> windows = only(LedgerPaths.WINDOWS, ActDocument.windows(), ActDocument::window);
            seen.remember(whole);
            return new LedgerReading(
                    candidates,
                    designations.acts(),
                    designations.chain().revision(),
                    designations.judgement().doubt(),
                    new WindowsReading(
                            windows.acts(),
                            windows.chain().revision(),
                            windows.judgement().doubt()),
                    broken,
                    state);
        }

        private KeyState state(Optional<String> pem, Optional<SealKey> found) {
            if (pem.isEmpty()) {
                return new KeyState.None();
            }
            if (found.isEmpty()) {
                return new KeyState.Unreadable(words.text(
                        "store.no-key", "file", String.valueOf(paths.publicKey().getFileName())));
            }
            String fingerprint = found.get().fingerprint();
            return trusted.isEmpty() || trusted.get().equals(fingerprint)
                    ? new KeyState.Trusted(fingerprint)
                    : new KeyState.Foreign(fingerprint);
        }

        private Optional<SortedMap<String, Revision>> index() {
            if (key.isEmpty()) {
                return Optional.empty();
            }
            try {
                Optional<byte[]> bytes = LedgerFiles.bytes(paths.index());
                return bytes.isEmpty() ? Optional.empty() : IndexDocument.parse(bytes.get(), key.get());
            } catch (IOException | YamlProblem e) {
                broken.add(new Broken(IndexDocument.NAME, told(e)));
                return Optional.empty();
            }
        }

        private Optional<CandidateReading> candidate(String document) {
            String id = LedgerPaths.candidate(document);
            try {
                Optional<byte[]> bytes = LedgerFiles.bytes(paths.file(document));
                if (bytes.isEmpty()) {
                    broken.add(new Broken(document, words.text("store.gone", "document", document)));
                    return Optional.empty();
                }
                ChainDocument.Read read = ChainDocument.parse(document, bytes.get());
                ImageTag tag = ActDocument.tag(id, read.chain());
                Told<Act> told = told(read, fields -> ActDocument.act(tag.text(), fields));
                return Optional.of(new CandidateReading(
                        new Candidate(id, tag, told.acts()),
                        read.chain().revision(),
                        told.judgement().doubt()));
            } catch (IOException | YamlProblem e) {
                broken.add(new Broken(document, told(e)));
                return Optional.empty();
            }
        }

        /** A document of which there is one, or none while nothing was written to it. */
        private <T> Told<T> only(String document, Map<String, String> header, ChainDocument.Reading<T> reading) {
            Chain none = new Chain(document, header, List.of());
            try {
                Optional<byte[]> bytes = LedgerFiles.bytes(paths.file(document));
                if (bytes.isPresent()) {
                    return told(ChainDocument.parse(document, bytes.get()), reading);
                }
                Optional<Revision> known =
                        index.map(each -> each.get(document)).or(() -> Optional.ofNullable(remembered.get(document)));
                return known.isEmpty()
                        ? new Told<>(none, List.of(), new Judgement(0, Optional.empty()))
                        : new Told<>(none, List.of(), doubtful(Doubt.Why.BEHIND_INDEX));
            } catch (IOException | YamlProblem e) {
                broken.add(new Broken(document, told(e)));
                return new Told<>(none, List.of(), doubtful(Doubt.Why.CHANGED));
            }
        }

        private Judgement doubtful(Doubt.Why why) {
            return new Judgement(0, Optional.of(new Doubt(1, why)));
        }

        private <T> Told<T> told(ChainDocument.Read read, ChainDocument.Reading<T> reading) {
            Chain chain = read.chain();
            if (key.isEmpty()) {
                return new Told<>(chain, List.of(), Judgement.withoutKey());
            }
            int genuine = chain.genuine(key.get());
            List<T> acts = ChainDocument.understood(read, genuine, reading);
            Judgement judgement = Judgement.of(
                    chain,
                    genuine,
                    acts.size(),
                    index.<Judgement.Known>map(known ->
                                    new Judgement.Known.Indexed(Optional.ofNullable(known.get(chain.document()))))
                            .orElseGet(Judgement.Known.NoIndex::new),
                    Optional.ofNullable(remembered.get(chain.document())));
            if (judgement.doubt().isEmpty()) {
                whole.put(chain.document(), chain.revision());
            }
            return new Told<>(chain, acts.subList(0, Math.min(acts.size(), judgement.genuine())), judgement);
        }

        private static String told(Exception problem) {
            return switch (problem) {
                case YamlProblem yaml -> yaml.told();
                case IOException io -> IoWords.of(io);
                default -> String.valueOf(problem.getMessage());
            };
        }
    }
}
