package org.obsenv.layout;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.JournalReader;
import org.obsenv.domain.Known;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/** Reads the journal's segments, newest first. */
public final class LayoutJournalReader implements JournalReader {
    private final LayoutPaths paths;

    public LayoutJournalReader(LayoutPaths paths) {
        this.paths = paths;
    }

    @Override
    public Known<List<JournalEntry>> newest(int limit) {
        try {
            List<JournalEntry> newest = new ArrayList<>();
            Set<String> ended = new HashSet<>();
            for (Path segment : segments(paths.journal()).reversed()) {
                List<String> entries =
                        JournalSegment.parse(Files.readAllBytes(segment)).entries();
                for (String yaml : entries.reversed()) {
                    if (newest.size() == limit) {
                        return Known.of(newest);
                    }
                    JournalEntry entry = JournalDocument.parse(segment.toString(), yaml);
                    if (ended.add(entry.id())) {
                        newest.add(entry);
                    }
                }
            }
            return Known.of(newest);
        } catch (IOException e) {
            return Known.unknown(IoWords.of(e));
        } catch (YamlProblem e) {
            return Known.unknown(e.told());
        }
    }

    /** The journal's files, oldest first. */
    public static List<Path> segments(Path journal) throws IOException {
        List<Path> segments = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(journal, "[0-9][0-9][0-9][0-9][0-9][0-9].yaml")) {
            entries.forEach(segments::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        segments.sort(Comparator.naturalOrder());
        return segments;
    }
}
