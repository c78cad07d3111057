package org.obsenv.hostile.rounds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.history.History;
import org.obsenv.hostile.history.HistoryChecker;
import org.obsenv.hostile.history.Violation;
import org.obsenv.layout.JournalDocument;
import org.obsenv.layout.JournalSegment;
import org.obsenv.layout.LayoutJournalReader;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.yaml.YamlProblem;

/** An environment that is watched, and what its operators wrote down. */
final class Recording implements AutoCloseable {
    private final TestEnvironment environment;
    private final String initial;
    private final Watchers watchers;
    private final List<Operator.Ended> ended = Collections.synchronizedList(new ArrayList<>());

    Recording(TestEnvironment environment, List<String> packages) {
        this.environment = environment;
        this.initial = environment.current();
        this.watchers = new Watchers(environment, packages);
    }

    Operator.Ended add(Operator.Ended one) {
        ended.add(one);
        return one;
    }

    List<Operator.Ended> ended() {
        return List.copyOf(ended);
    }

    int readings() {
        return watchers.readings().size();
    }

    Operator.Look look() {
        try {
            return new Operator.Look(environment.links().current().orElseThrow(), Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After {@link #close}: what must not be in what was recorded. */
    List<Violation> violations(Map<String, Map<String, String>> published) {
        List<String> spoilt = new ArrayList<>();
        List<JournalEntry> journal = journal(spoilt);
        return HistoryChecker.check(new History(
                initial,
                ended().stream().map(Operator.Ended::operation).toList(),
                watchers.spans(),
                watchers.readings(),
                journal,
                spoilt,
                published,
                generations()));
    }

    /** The entries as they stand there; what is none goes to {@code spoilt}. */
    private List<JournalEntry> journal(List<String> spoilt) {
        List<JournalEntry> entries = new ArrayList<>();
        try {
            for (Path segment : LayoutJournalReader.segments(environment.paths().journal())) {
                JournalSegment read = JournalSegment.parse(Files.readAllBytes(segment));
                Stream.of(read.torn()).filter(torn -> !torn.isEmpty()).forEach(spoilt::add);
                for (JournalSegment.Part part : read.parts()) {
                    switch (part) {
                        case JournalSegment.Entry(String yaml, int _) ->
                            entry(segment, yaml).ifPresentOrElse(entries::add, () -> spoilt.add(yaml));
                        case JournalSegment.Spoilt(String text, int _) -> spoilt.add(text);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static Optional<JournalEntry> entry(Path segment, String yaml) {
        try {
            return Optional.of(JournalDocument.parse(segment.toString(), yaml));
        } catch (YamlProblem e) {
            return Optional.empty();
        }
    }

    /** A generation's link text → package → commit, by its manifest. */
    Map<String, Map<String, String>> generations() {
        Map<String, Map<String, String>> generations = new HashMap<>();
        try (Stream<Path> all = Files.list(environment.paths().generations())) {
            all.flatMap(path -> GenerationId.parse(String.valueOf(path.getFileName())).stream())
                    .forEach(id -> generations.put(LayoutPaths.textOf(id), packages(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return generations;
    }

    private Map<String, String> packages(GenerationId id) {
        Map<String, String> packages = new HashMap<>();
        environment.manifest(id).packages().forEach((name, commit) -> packages.put(name.text(), commit.hex()));
        return packages;
    }

    @Override
    public void close() throws InterruptedException {
        watchers.close();
    }
}
