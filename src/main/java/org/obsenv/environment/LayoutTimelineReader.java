package org.obsenv.environment;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.JournalReader;
import org.obsenv.domain.Known;
import org.obsenv.domain.Mark;
import org.obsenv.domain.SwitchToken;
import org.obsenv.domain.timeline.GenerationFacts;
import org.obsenv.domain.timeline.TimelineFacts;
import org.obsenv.domain.timeline.TimelineReader;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.layout.Manifest;
import org.obsenv.layout.MarkDocument;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/** Reads generations, marks and journal. Manifests are immutable and are read once each. */
public final class LayoutTimelineReader implements TimelineReader {
    /** Half a year of a busy site. */
    private static final int ACTS = 5_000;

    /** More than are ever kept, by the rules of prune. */
    private static final int GENERATIONS = 20_000;

    private static final String YAML = ".yaml";

    private final LayoutPaths paths;
    private final JournalReader journal;
    private final InstantSource clock;
    private final Manifests manifests;

    public LayoutTimelineReader(LayoutPaths paths, JournalReader journal, InstantSource clock) {
        this.paths = paths;
        this.journal = journal;
        this.clock = clock;
        this.manifests = new Manifests(paths, GENERATIONS);
    }

    @Override
    public Known<TimelineFacts> read() {
        try {
            List<Known<GenerationFacts>> generations = new ArrayList<>();
            for (GenerationId id : ids(paths.generations(), "").reversed()) {
                Known<GenerationFacts> facts = manifests.of(id).map(LayoutTimelineReader::facts);
                // Without its directory it was tidied away since that was listed, which is no damage.
                if (facts.found().isPresent() || Files.exists(paths.generation(id))) {
                    generations.add(facts);
                }
            }
            Known<List<Known<JournalEntry>>> acts = journal.newest(ACTS);
            List<Known<JournalEntry>> found = acts.found().orElse(List.of());
            List<JournalEntry> known =
                    found.stream().flatMap(each -> each.found().stream()).toList();
            boolean isWhole = acts.found().isPresent() && known.size() == found.size();
            return Known.of(new TimelineFacts(clock.instant(), running(), generations, marks(), known, isWhole));
        } catch (IOException e) {
            return Known.unknown(IoWords.of(e));
        }
    }

    private Optional<GenerationId> running() throws IOException {
        Links links = new Links(paths);
        Optional<String> current = links.current().map(SwitchToken::target);
        return current.isEmpty() ? Optional.empty() : links.generationFor(current.get());
    }

    /** The names that are generations, oldest first; what is being built has none yet. */
    private static List<GenerationId> ids(Path directory, String ending) throws IOException {
        List<GenerationId> ids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "[0-9]*" + ending)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                GenerationId.parse(name.substring(0, name.length() - ending.length()))
                        .ifPresent(ids::add);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        ids.sort(Comparator.naturalOrder());
        return ids;
    }

    private static GenerationFacts facts(Manifest manifest) {
        return new GenerationFacts(
                manifest.generation(),
                manifest.made(),
                manifest.why(),
                manifest.by(),
                manifest.parent(),
                manifest.packages(),
                manifest.pins());
    }

    private List<Known<Mark>> marks() throws IOException {
        List<Known<Mark>> marks = new ArrayList<>();
        if (!Files.isDirectory(paths.marks())) {
            return marks;
        }
        for (GenerationId id : ids(paths.marks(), YAML)) {
            try {
                marks.add(Known.of(MarkDocument.read(paths.mark(id))));
            } catch (NoSuchFileException e) {
                // Taken back since the directory was listed.
            } catch (YamlProblem e) {
                marks.add(Known.unknown(e.told()));
            }
        }
        return marks;
    }
}
