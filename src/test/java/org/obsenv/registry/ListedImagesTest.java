package org.obsenv.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Digest;

class ListedImagesTest {
    private static final Digest DIGEST = new Digest("sha256:" + "9f".repeat(32));
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private @TempDir Path directory;

    @Test
    void answersFromTheListAndFromEveryEditOfIt() throws IOException {
        ListedImages images = listed("images: [{tag: w_2026_45, digest: \"" + DIGEST
                + "\", made: \"2026-11-05T12:00:00Z\", labels: {packages: numpy}}]\n");

        assertThat(images.tags()).isEqualTo(new Looked.Now<>(List.of(ImageTag.parse("w_2026_45")), NOW));
        assertThat(images.digests(Set.of("w_2026_45")))
                .isEqualTo(Map.of("w_2026_45", new Looked.Now<>(Optional.of(DIGEST), NOW)));
        assertThat(images.digests(Set.of("w_2026_44")))
                .isEqualTo(Map.of("w_2026_44", new Looked.Now<>(Optional.empty(), NOW)));
        assertThat(images.facts(DIGEST).answer().orElseThrow().labels()).isEqualTo(Map.of("packages", "numpy"));

        listed("images: []\n");
        assertThat(images.tags()).isEqualTo(new Looked.Now<>(List.of(), NOW));
        assertThat(images.facts(DIGEST).silence())
                .hasValueSatisfying(reason -> assertThat(reason).contains("does not list the image"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "images: [{tag: a}] | line 1, key images[0].digest",
                "images: [{tag: a, digest: \"sha256:xyz\"}] | line 1, key images[0].digest",
                "images: [{tag: a, digest: \"DIGEST\"}, {tag: a, digest: \"DIGEST\"}] | a second time",
                "images: [{tag: a, digest: \"DIGEST\", made: today}] | key images[0].made",
                "images: [{tag: a, digest: \"DIGEST\", size: 3}] | unknown key",
                "{} | key images"
            })
    void refusesWhatIsNoListAndSaysWhere(String text, String said) throws IOException {
        ListedImages images = listed(text.replace("DIGEST", DIGEST.text()));

        assertThat(images.tags().silence())
                .hasValueSatisfying(reason -> assertThat(reason).contains(said));
        assertThat(images.tags().answer()).isEmpty();
    }

    @Test
    void isNotEmptyButUnknownWithoutItsFile() {
        ListedImages images = new ListedImages(directory.resolve("none.yaml"), () -> NOW);
        assertThat(images.tags()).isInstanceOf(Looked.Never.class);
    }

    private ListedImages listed(String text) throws IOException {
        return new ListedImages(Files.writeString(directory.resolve("images.yaml"), text), () -> NOW);
    }
}
