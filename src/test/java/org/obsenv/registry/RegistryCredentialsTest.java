package org.obsenv.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.fixture.RegistryServer;
import org.obsenv.fixture.TokenServer;
import org.obsenv.yaml.YamlProblem;

class RegistryCredentialsTest {
    private static final String REPOSITORY = "lsst/sciplat-lab";
    private static final Credentials READER = new Credentials.Basic("reader", "two words");
    // bcrypt of "two words"
    private static final String PASSWORDS = "reader:$2y$05$UihdWi7mFPzohW8nDVBr5umG.x9GTg4pHNbNNND93SWbww3dmANx.\n";

    private @TempDir Path directory;

    @Test
    void showsAUserAndAPasswordToARegistryThatAsksForThem() throws IOException {
        Path passwords = Files.writeString(directory.resolve("passwords"), PASSWORDS);
        String auth = "auth: {htpasswd: {realm: tests, path: " + passwords + "}}";
        try (RegistryServer server = new RegistryServer(directory, auth, READER.header())) {
            String digest = server.push(REPOSITORY, "w_2026_45", Map.of());
            RegistryAddress address = new RegistryAddress(server.base(), REPOSITORY);

            assertThat(new RegistryClient(address, READER).digest("w_2026_45")).contains(new Digest(digest));
            for (Credentials wrong : new Credentials[] {
                new Credentials.Anonymous(), new Credentials.Basic("reader", "else"), new Credentials.Token("abc")
            }) {
                assertThatThrownBy(() -> new RegistryClient(address, wrong).digest("w_2026_45"))
                        .isInstanceOf(RegistryProblem.class)
                        .hasMessageContaining("these credentials do not allow it");
            }
        }
    }

    @Test
    void fetchesATokenForReadingAndAnotherForWriting() throws IOException, GeneralSecurityException {
        try (TokenServer tokens = new TokenServer(directory, READER.header().orElseThrow());
                RegistryServer server =
                        new RegistryServer(directory, tokens.configuration(), Optional.of(tokens.token(REPOSITORY)))) {
            String digest = server.push(REPOSITORY, "w_2026_45", Map.of());
            RegistryAddress address = new RegistryAddress(server.base(), REPOSITORY);
            RegistryClient client = new RegistryClient(address, READER);

            RegistryClient.Manifest manifest = client.manifest(digest).orElseThrow();
            assertThat(client.digest("w_2026_45")).contains(new Digest(digest));
            assertThat(client.tag(manifest, "recommended")).contains(new Digest(digest));
            assertThat(tokens.asked())
                    .containsExactly("repository:" + REPOSITORY + ":pull", "repository:" + REPOSITORY + ":pull,push");

            assertThatThrownBy(() -> new RegistryClient(address, new Credentials.Basic("reader", "else")).digest("a"))
                    .isInstanceOf(RegistryProblem.class)
                    .hasMessageContaining("gives no token for " + REPOSITORY + ": it answered 401");
            String token = tokens.token(REPOSITORY).substring("Bearer ".length());
            assertThat(new RegistryClient(address, new Credentials.Token(token)).digest("w_2026_45"))
                    .contains(new Digest(digest));
        }
    }

    @Test
    void readsCredentialsFromAFileAndNeverPrintsThem() throws IOException, YamlProblem {
        Path basic = Files.writeString(directory.resolve("basic.yaml"), "user: reader\npassword: two words\n");
        Path token = Files.writeString(directory.resolve("token.yaml"), "token: abc.DEF-1\n");

        assertThat(Credentials.read(basic)).isEqualTo(READER);
        assertThat(Credentials.read(token)).isEqualTo(new Credentials.Token("abc.DEF-1"));
        assertThat(READER + " " + new Credentials.Token("abc")).doesNotContain("two words", "abc");

        Path bad = Files.writeString(directory.resolve("bad.yaml"), "token: \"two\\nlines\"\n");
        assertThatThrownBy(() -> Credentials.read(bad))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("line 1, key token");
        Files.write(bad, "user: a\nword: b\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Credentials.read(bad)).isInstanceOf(YamlProblem.class);
    }
}
