package org.obsenv.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/**
 * What mobu says of a flock: its summary ({@code GET /mobu/flocks/NAME/summary}: name, business, start_time,
 * monkey_count, success_count, failure_count), or the flock itself ({@code GET /mobu/flocks/NAME}), which also has its
 * configuration and its monkeys. Counts go on from the flock's start, whatever image it ran then: only a flock that is
 * tied to one image by its digest says something about that image.
 */
record MobuReport(
        String flock, Optional<String> business, long succeeded, long failed, Optional<String> started, Images images) {
    private static final int DEPTH = 32;
    private static final long MOST = 1_000_000_000L;
    private static final Words WORDS = Words.of("evidence");
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * The images it names.
     *
     * @param follows how the flock chooses its image where that is not by a reference, such as {@code recommended}
     */
    record Images(List<ImageReference> named, Optional<String> follows) {
        Images {
            named = List.copyOf(named);
        }
    }

    static MobuReport read(byte[] bytes) throws Inconclusive {
        JsonNode top = tree(bytes);
        if (!top.isObject()) {
            throw new Inconclusive(WORDS.text("mobu.malformed", "problem", WORDS.text("mobu.no-object")));
        }
        boolean isSummary = top.has("success_count") || top.has("failure_count");
        return new MobuReport(
                top.path("name").isTextual() ? Visible.value(top.path("name").textValue()) : "?",
                business(top),
                isSummary ? count(top, "success_count") : sum(top, "success_count"),
                isSummary ? count(top, "failure_count") : sum(top, "failure_count"),
                text(top.path("start_time")),
                images(top));
    }

    private static JsonNode tree(byte[] bytes) throws Inconclusive {
        try {
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null
                    ? "1"
                    : Integer.toString(e.getLocation().getLineNr());
            throw new Inconclusive(WORDS.text("mobu.malformed", "problem", WORDS.text("mobu.no-json", "line", line)));
        } catch (IOException e) {
            throw new Inconclusive(WORDS.text("mobu.malformed", "problem", WORDS.text("mobu.no-object")));
        }
    }

    private static Optional<String> business(JsonNode top) {
        Optional<String> named = text(top.path("business"));
        return named.isPresent()
                ? named
                : text(top.path("config").path("business").path("type"));
    }

    private static long sum(JsonNode top, String key) throws Inconclusive {
        if (!top.path("monkeys").isArray()) {
            throw new Inconclusive(WORDS.text("mobu.no-count", "key", key));
        }
        long sum = 0;
        for (JsonNode monkey : top.path("monkeys")) {
            sum += count(monkey.path("business"), key);
        }
        return sum;
    }

    private static long count(JsonNode node, String key) throws Inconclusive {
        JsonNode count = node.path(key);
        if (!count.isIntegralNumber()
                || !count.canConvertToLong()
                || count.longValue() < 0
                || count.longValue() > MOST) {
            throw new Inconclusive(WORDS.text("mobu.no-count", "key", key));
        }
        return count.longValue();
    }

    private static Images images(JsonNode top) {
        List<ImageReference> named = new ArrayList<>();
        List<String> follows = new ArrayList<>();
        add(top.path("image"), named, follows);
        add(top.path("business").path("image"), named, follows);
        add(top.path("config").path("business").path("options").path("image"), named, follows);
        for (JsonNode monkey : top.path("monkeys")) {
            add(monkey.path("business").path("image"), named, follows);
        }
        return new Images(named, follows.stream().findFirst());
    }

    private static void add(JsonNode image, List<ImageReference> named, List<String> follows) {
        text(image)
                .or(() -> text(image.path("reference")))
                .map(ImageReference::parse)
                .ifPresent(named::add);
        text(image.path("image_class"))
                .filter(each -> !each.equals("by-reference"))
                .map(each -> text(image.path("tag")).orElse(each))
                .ifPresent(follows::add);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue()) : Optional.empty();
    }
}
