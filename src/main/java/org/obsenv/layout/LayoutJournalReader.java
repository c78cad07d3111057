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
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** Reads the journal's segments, newest first. */
public final class LayoutJournalReader implements JournalReader {
    private final LayoutPaths paths;
    private final Words words = Words.of("reading");

    public LayoutJournalReader(LayoutPaths paths) {
        this.paths = paths;
    }

    @Override
    public Known<List<Known<JournalEntry>>> newest(int limit) {
        try {
            List<Known<JournalEntry>> newest = new ArrayList<>();
            Set<String> ended = new HashSet<>();
            for (Path segment : segments(paths.journal()).reversed()) {
                byte[] bytes = Files.readAllBytes(segment);
                for (JournalSegment.Part part :
                        JournalSegment.parse(bytes).parts().reversed()) {
                    if (newest.size() == limit) {
                        return Known.of(newest);
                    }
                    Known<JournalEntry> entry = read(segment, bytes, part);
                    if (entry.found().map(JournalEntry::id).map(ended::add).orElse(true)) {
                        newest.add(entry);
                    }
                }
            }
            return Known.of(newest);
        } catch (IOException e) {
            return Known.unknown(IoWords.of(e));
        }
    }

    private Known<JournalEntry> read(Path segment, byte[] bytes, JournalSegment.Part part) {
        return switch (part) {
            case JournalSegment.Entry(String yaml, int at) -> {
                try {
                    yield Known.of(JournalDocument.parse(segment.toString(), yaml));
                } catch (YamlProblem e) {
                    // The entry's own lines begin below its start mark.
                    int place = line(bytes, at) + e.line();
                    yield Known.unknown(new YamlProblem(segment.toString(), place, e.key(), e.problem()).told());
                }
            }
            case JournalSegment.Spoilt(String text, int at) ->
                Known.unknown(
                        new YamlProblem(segment.toString(), line(bytes, at), "", words.text("journal.spoilt")).told());
        };
    }

    /** Lines count from 1. */
    private static int line(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
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
