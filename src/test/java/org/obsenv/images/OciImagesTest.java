package org.obsenv.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.registry.ImageFacts;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.fixture.RegistryServer;
import org.obsenv.registry.Credentials;
import org.obsenv.registry.RegistryAddress;
import org.obsenv.registry.RegistryClient;

class OciImagesTest {
    private static final String REPOSITORY = "lsst/sciplat-lab";
    private static final Instant FIRST = Instant.parse("2026-11-21T03:00:00Z");
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private final AtomicReference<Instant> now = new AtomicReference<>(FIRST);
    private @TempDir Path directory;
    private RegistryServer server;
    private ImageSource images;

    @BeforeEach
    void openRegistry() throws IOException {
        server = RegistryServer.open(directory);
        RegistryClient client =
                new RegistryClient(new RegistryAddress(server.base(), REPOSITORY), new Credentials.Anonymous());
        images = new RememberedImages(new OciImages(client, now::get));
    }

    @AfterEach
    void closeRegistry() {
        server.close();
    }

    @Test
    void readsTagsAndWhatIsInAnImage() throws IOException {
        String digest = server.push(REPOSITORY, "w_2026_45", Map.of("packages", "numpy 2.3\nastropy 7.1 \"é\""));
        server.push(REPOSITORY, "recommended", Map.of());

        assertThat(images.tags().answer().orElseThrow())
                .containsExactlyInAnyOrder(ImageTag.parse("recommended"), ImageTag.parse("w_2026_45"));
        assertThat(images.facts(new Digest(digest)))
                .isEqualTo(new Looked.Now<>(
                        new ImageFacts(
                                new Digest(digest),
                                Optional.of(Instant.parse("2026-11-05T12:00:00Z")),
                                new TreeMap<>(Map.of("packages", "numpy 2.3\nastropy 7.1 \"é\""))),
                        FIRST));
    }

    @Test
    void looksIntoTheAmd64ImageOfAnIndex() throws IOException {
        String arm = server.push(REPOSITORY, "arm", Map.of("kind", "arm"));
        String amd = server.push(REPOSITORY, "amd", Map.of("kind", "amd"));
        String entry = "{\"mediaType\": \"application/vnd.oci.image.manifest.v1+json\", \"size\": 400,"
                + " \"digest\": \"%s\", \"platform\": {\"architecture\": \"%s\", \"os\": \"linux\"}}";
        String index = "{\"schemaVersion\": 2, \"mediaType\": \"" + INDEX + "\", \"manifests\": ["
                + entry.formatted(arm, "arm64") + ", " + entry.formatted(amd, "amd64") + "]}";
        String digest = server.put(REPOSITORY, "w_2026_45", INDEX, index.getBytes(StandardCharsets.UTF_8));

        assertThat(images.digests(Set.of("w_2026_45")).get("w_2026_45"))
                .isEqualTo(new Looked.Now<>(Optional.of(new Digest(digest)), FIRST));
        assertThat(images.facts(new Digest(digest)).answer().orElseThrow().labels())
                .isEqualTo(Map.of("kind", "amd"));
    }

    @Test
    void showsTheLastAnswerWithItsTimeWhileTheRegistryIsAway() throws IOException {
        Digest digest = new Digest(server.push(REPOSITORY, "w_2026_45", Map.of()));
        images.tags();
        images.digests(Set.of("w_2026_45"));
        images.facts(digest);

        now.set(FIRST.plus(Duration.ofHours(1)));
        server.stop();

        assertThat(images.tags()).isInstanceOfSatisfying(Looked.Before.class, before -> {
            assertThat(before.at()).isEqualTo(FIRST);
            assertThat(before.reason()).contains("cannot be reached");
        });
        assertThat(images.digests(Set.of("w_2026_45")).get("w_2026_45"))
                .isInstanceOfSatisfying(Looked.Before.class, before -> assertThat(before.value())
                        .isEqualTo(Optional.of(digest)));
        assertThat(images.digests(Set.of("other")).get("other")).isInstanceOf(Looked.Never.class);
        assertThat(images.facts(digest).answer()).isPresent();

        server.restart();
        assertThat(images.tags()).isInstanceOf(Looked.Now.class);
    }
}
