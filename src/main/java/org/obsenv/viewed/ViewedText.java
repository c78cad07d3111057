package org.obsenv.viewed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.changes.ViewedFile;

/** The file's form: a head, a line a mark, the oldest first, and a digest of all of it. */
final class ViewedText {
    private static final String HEADER = "obsenv-viewed 1";

    private ViewedText() {}

    static String write(SequencedSet<ViewedFile> files) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (ViewedFile each : files) {
            // A path may hold anything, line feeds too.
            String path = Base64.getEncoder().encodeToString(each.path().getBytes(StandardCharsets.UTF_8));
            text.append(String.join(
                            " ",
                            each.name().text(),
                            each.from().hex(),
                            each.to().hex(),
                            path))
                    .append('\n');
        }
        return text + digest(text.toString()) + "\n";
    }

    /** Empty when it was changed or cut short. */
    static Optional<SequencedSet<ViewedFile>> read(String text) {
        int last = text.lastIndexOf('\n', text.length() - 2) + 1;
        String body = text.substring(0, last);
        if (!body.startsWith(HEADER + "\n") || !text.substring(last).equals(digest(body) + "\n")) {
            return Optional.empty();
        }
        SequencedSet<ViewedFile> files = new LinkedHashSet<>();
        try {
            body.lines().skip(1).forEach(line -> files.add(file(List.of(line.split(" ", -1)))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
        return Optional.of(files);
    }

    private static ViewedFile file(List<String> words) {
        return new ViewedFile(
                new PackageName(words.get(0)),
                new CommitId(words.get(1)),
                new CommitId(words.get(2)),
                new String(Base64.getDecoder().decode(words.get(3)), StandardCharsets.UTF_8));
    }

    private static String digest(String body) {
        return Sha256.hex(body.getBytes(StandardCharsets.UTF_8));
    }
}
