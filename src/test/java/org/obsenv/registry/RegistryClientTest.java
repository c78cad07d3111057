package org.obsenv.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.fixture.RegistryServer;

class RegistryClientTest {
    private static final String REPOSITORY = "lsst/sciplat-lab";

    private @TempDir Path directory;
    private RegistryServer server;
    private RegistryClient client;

    @BeforeEach
    void openRegistry() throws IOException {
        server = RegistryServer.open(directory);
        client = new RegistryClient(new RegistryAddress(server.base(), REPOSITORY), new Credentials.Anonymous());
    }

    @AfterEach
    void closeRegistry() {
        server.close();
    }

    @Test
    void resolvesTheTagAndFollowsItsMove() throws IOException {
        String first = server.push(REPOSITORY, "w_2026_45", Map.of("build", "1"));
        assertThat(client.digest("w_2026_45")).contains(new Digest(first));

        String second = server.push(REPOSITORY, "w_2026_45", Map.of("build", "2"));
        assertThat(second).isNotEqualTo(first);
        assertThat(client.digest("w_2026_45")).contains(new Digest(second));
        assertThat(client.manifest(first)).isPresent();
    }

    @Test
    void saysThatATagIsNotThereOnlyWhenTheRegistrySaysSo() throws IOException {
        server.push(REPOSITORY, "w_2026_45", Map.of());
        assertThat(client.digest("w_2026_46")).isEmpty();

        server.stop();
        assertThatThrownBy(() -> client.digest("w_2026_46"))
                .isInstanceOf(RegistryProblem.class)
                .hasMessageContaining(server.base().getAuthority() + " cannot be reached");
    }

    @Test
    void readsTheListOfTags() throws IOException {
        server.push(REPOSITORY, "w_2026_40", Map.of());
        server.push(REPOSITORY, "w_2026_41", Map.of());

        RegistryClient.Page page = client.tags(1000);
        assertThat(new String(page.json(), StandardCharsets.UTF_8)).contains("w_2026_40", "w_2026_41");
        assertThat(page.next()).isEmpty();
    }

    @Test
    void movesATagToAManifestThatIsThereAndReadsItBack() throws IOException {
        String old = server.push(REPOSITORY, "recommended", Map.of("week", "38"));
        String agreed = server.push(REPOSITORY, "w_2026_45", Map.of("week", "45"));
        RegistryClient.Manifest manifest = client.manifest(agreed).orElseThrow();

        assertThat(client.tag(manifest, "recommended")).contains(new Digest(agreed));
        assertThat(client.digest("recommended"))
                .contains(new Digest(agreed))
                .isNotEqualTo(Optional.of(new Digest(old)));
    }

    @Test
    void namesARepositoryThatIsNotThere() {
        assertThatThrownBy(() -> client.tags(10))
                .isInstanceOf(RegistryProblem.class)
                .hasMessageContaining("has no " + REPOSITORY);
    }
}
