package org.obsenv.layout;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.basing.ListVersion;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/** The kept texts of the base list, read side. A text without its record was cut short and is no version. */
public record ListVersionFiles(LayoutPaths paths) {
    private static final Pattern RECORD = Pattern.compile("([0-9]{6,9})" + Pattern.quote(ListVersionDocument.ENDING));

    /** The numbers that are there, oldest first. */
    public List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        if (!Files.isDirectory(paths.lists())) {
            return numbers;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(paths.lists())) {
            for (Path entry : entries) {
                Matcher matcher = RECORD.matcher(String.valueOf(entry.getFileName()));
                if (matcher.matches()) {
                    numbers.add(Integer.valueOf(matcher.group(1)));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        numbers.sort(Comparator.naturalOrder());
        return numbers;
    }

    public ListVersion version(int number) throws IOException, YamlProblem {
        return ListVersionDocument.read(paths.listRecord(number));
    }

    /** The newest version that can be read; empty when none was kept. */
    public Optional<ListVersion> newest() throws IOException {
        for (int number : numbers().reversed()) {
            try {
                return Optional.of(version(number));
            } catch (YamlProblem e) {
                // One that is spoilt is as good as not kept.
            }
        }
        return Optional.empty();
    }

    /** The text, byte for byte; one that is not as it was kept is a complaint. */
    public byte[] text(ListVersion version) throws IOException, YamlProblem {
        Path file = paths.list(version.number());
        if (Files.size(file) > StrictYaml.LARGE) {
            throw new YamlProblem(file.toString(), 0, "", "expected at most " + StrictYaml.LARGE + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!Sha256.hex(bytes).equals(version.sha256())) {
            throw new YamlProblem(file.toString(), 0, "", "is not as it was kept");
        }
        return bytes;
    }
}
