package org.obsenv.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.signoff.Digest;

/**
 * What the registry that runs here never does and others do: lists in pages, digests that are left out, blobs that are
 * elsewhere, answers that do not end.
 */
class OddRegistryTest {
    private static final String REPOSITORY = "a/b";
    private static final byte[] BLOB = "{}".getBytes(StandardCharsets.UTF_8);

    private final List<String> shownElsewhere = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpServer elsewhere;
    private RegistryClient client;

    @BeforeEach
    void startServers() throws IOException {
        server = start();
        elsewhere = start();
        client = new RegistryClient(
                new RegistryAddress(URI.create(base(server)), REPOSITORY), new Credentials.Basic("reader", "secret"));
    }

    @AfterEach
    void stopServers() {
        server.stop(0);
        elsewhere.stop(0);
    }

    @Test
    void followsPagesOfItsOwnAndOfNobodyElse() throws IOException {
        at("/v2/a/b/tags/list", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            if (query.contains("last=x")) {
                exchange.getResponseHeaders().add("Link", "<" + base(elsewhere) + "/v2/>; rel=\"next\"");
            } else {
                exchange.getResponseHeaders().add("Link", "</v2/a/b/tags/list?n=1&last=x>; rel=\"next\"");
            }
            answer(exchange, 200, BLOB);
        });

        RegistryClient.Page second = client.page(client.tags(1).next().orElseThrow());
        assertThatThrownBy(() -> client.page(second.next().orElseThrow()))
                .isInstanceOf(RegistryProblem.class)
                .hasMessageContaining("not its own");
    }

    @Test
    void takesTheManifestsBytesWhereTheDigestIsLeftOut() throws IOException {
        at("/v2/a/b/manifests/w", exchange -> answer(exchange, 200, BLOB));

        assertThat(client.digest("w")).contains(new Digest("sha256:" + Sha256.hex(BLOB)));
    }

    @Test
    void refusesABlobAndAManifestOfAnotherDigest() {
        Digest other = new Digest("sha256:" + "0".repeat(64));
        at("/v2/a/b/", exchange -> answer(exchange, 200, BLOB));

        assertThatThrownBy(() -> client.blob(other)).hasMessageContaining("gave another blob");
        assertThatThrownBy(() -> client.manifest(other.text())).hasMessageContaining("gave another manifest");
    }

    @Test
    void anAnswerThatTricklesEndsByItself() {
        CountDownLatch asked = new CountDownLatch(1);
        at("/trickle", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
                asked.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base(server) + "/trickle")).build();

        assertThatThrownBy(() -> new Exchange(Duration.ofMillis(300)).send(request, Optional.empty()))
                .isInstanceOf(RegistryProblem.class)
                .hasMessageContaining("does not answer");
        asked.countDown();
    }

    @Test
    void followsABlobElsewhereWithoutItsCredentials() throws IOException {
        Digest digest = new Digest("sha256:" + Sha256.hex(BLOB));
        at("/v2/a/b/blobs/", exchange -> {
            if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"tests\"");
                answer(exchange, 401, BLOB);
                return;
            }
            exchange.getResponseHeaders().add("Location", base(elsewhere) + "/store");
            answer(exchange, 307, BLOB);
        });
        elsewhere.createContext("/store", exchange -> {
            shownElsewhere.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            answer(exchange, 200, BLOB);
        });

        assertThat(client.blob(digest)).isEqualTo(BLOB);
        assertThat(shownElsewhere).containsExactly("null");
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() {
        at("/v2/a/b/tags/list", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = new byte[1024 * 1024];
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    out.write(piece);
                }
            }
        });

        assertThatThrownBy(() -> client.tags(1)).isInstanceOf(RegistryProblem.class);
    }

    @Test
    void saysWhatARegistryInTroubleAnswered() {
        at("/v2/a/b/manifests/busy", exchange -> answer(exchange, 429, BLOB));
        at("/v2/a/b/manifests/ill", exchange -> answer(exchange, 503, BLOB));
        at("/v2/a/b/manifests/round", exchange -> {
            exchange.getResponseHeaders().add("Location", "/v2/a/b/manifests/round");
            answer(exchange, 302, BLOB);
        });
        at("/v2/a/b/manifests/out", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://registry.example.org/");
            answer(exchange, 302, BLOB);
        });

        assertThatThrownBy(() -> client.digest("busy")).hasMessageContaining("asks for patience");
        assertThatThrownBy(() -> client.digest("ill")).hasMessageContaining("answered 503");
        assertThatThrownBy(() -> client.digest("round")).hasMessageContaining("sends on and on");
        assertThatThrownBy(() -> client.digest("out")).hasMessageContaining("not https");
    }

    /** An address without a host is no address: {@code https:x} and {@code mailto:x} parse as well. */
    @Test
    void goesToNoAddressWithoutAHost() {
        at("/v2/a/b/manifests/out", exchange -> {
            exchange.getResponseHeaders().add("Location", "https:x");
            answer(exchange, 302, BLOB);
        });
        at("/v2/a/b/manifests/token", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Bearer realm=\"https:x\"");
            answer(exchange, 401, BLOB);
        });

        assertThatThrownBy(() -> client.digest("out"))
                .isInstanceOf(RegistryProblem.class)
                .hasMessageContaining("not https");
        assertThatThrownBy(() -> client.digest("token"))
                .isInstanceOf(RegistryProblem.class)
                .hasMessageContaining("not https");
        assertThatThrownBy(() -> client.page(URI.create("mailto:x")))
                .isInstanceOf(RegistryProblem.class)
                .hasMessageContaining("not its own");
    }

    /** The next page of a registry of https is of https: the credentials are shown there. */
    @Test
    void showsItsCredentialsToNoPageInTheClear() {
        RegistryClient sealed = new RegistryClient(
                new RegistryAddress(
                        URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/"), REPOSITORY),
                new Credentials.Token("secret"));
        at("/v2/a/b/tags/list", exchange -> answer(exchange, 200, BLOB));

        assertThatThrownBy(() -> sealed.page(URI.create(base(server) + "/v2/a/b/tags/list")))
                .isInstanceOf(RegistryProblem.class)
                .hasMessageContaining("not its own");
    }

    /** It is given back with the manifest, as a header. */
    @Test
    void takesNoTypeThatWouldBreakAHeader() {
        at("/v2/a/b/manifests/w", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/x\u0001y");
            answer(exchange, 200, BLOB);
        });

        assertThatThrownBy(() -> client.manifest("w")).isInstanceOf(RegistryProblem.class);
    }

    private void at(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private static HttpServer start() throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.start();
        return started;
    }

    private static String base(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
