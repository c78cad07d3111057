package org.obsenv.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Review;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/**
 * That the base list was looked at and is right, {@code .obsenv/review.yaml}. Beside the list and not in it: base is
 * built from the list's very bytes, and a review must not make it look edited.
 *
 * @param list the SHA-256 of the text that was reviewed; of another text it says nothing
 */
public record ReviewDocument(String list, Instant at, String by, Optional<String> initials) {
    /** Empty when nobody reviewed anything yet. */
    public static Optional<ReviewDocument> read(Path file) throws IOException, YamlProblem {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Fields fields = StrictYaml.mapping(file.toString(), bytes, StrictYaml.SMALL);
        ReviewDocument review = new ReviewDocument(
                fields.text("list"),
                fields.value("at", Expected.INSTANT, Expected::instant),
                fields.text("by"),
                fields.optionalText("initials"));
        fields.end();
        return Optional.of(review);
    }

    public byte[] write() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("list", list);
        fields.put("at", at.toString());
        fields.put("by", by);
        initials.ifPresent(each -> fields.put("initials", each));
        return YamlWriter.write(fields).getBytes(StandardCharsets.US_ASCII);
    }

    public Review review() {
        return new Review(at, initials.map(each -> by + " (" + each + ")").orElse(by));
    }
}
