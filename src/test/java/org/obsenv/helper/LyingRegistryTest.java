package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.helper.PromotionSite.WEEKLY;
import static org.obsenv.helper.PromotionSite.recorded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.fixture.Ran;
import org.obsenv.registry.RegistryAddress;
import org.obsenv.registry.RegistryClient;

/** A registry that says what is not so: nothing is recorded on its word, and no ending says more than is known. */
class LyingRegistryTest {
    private @TempDir Path directory;

    private PromotionSite there;
    private HttpServer liar;
    private LedgerSite site;
    private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();
    private final Map<String, String> said = new ConcurrentHashMap<>();
    private String type = "application/vnd.oci.image.manifest.v1+json";
    private boolean takesTags;

    @BeforeEach
    void open() throws IOException {
        there = new PromotionSite(directory);
        there.agree();
        RegistryClient honest = new RegistryClient(
                new RegistryAddress(there.registry.base(), PromotionSite.REPOSITORY), PromotionSite.WRITER);
        for (String name : new String[] {"w_2026_45", "recommended", there.image.text()}) {
            manifests.put(name, honest.manifest(name).orElseThrow().bytes());
        }
        said.put("w_2026_45", there.image.text());
        said.put("recommended", there.before.text());
        liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        liar.createContext("/", this::answer);
        liar.start();
        site = site(there.credentials);
    }

    @AfterEach
    void close() {
        liar.stop(0);
        there.close();
    }

    private LedgerSite site(Path credentials) {
        String base = "http://127.0.0.1:" + liar.getAddress().getPort();
        LedgerSite made = new LedgerSite(
                directory,
                text -> text + "images: {registry: \"" + base + "\", repository: " + PromotionSite.REPOSITORY
                        + ", promote-with: " + credentials + ", recommended: recommended}\n");
        made.passes(Duration.between(made.now(), there.site.now()));
        return made;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        byte[] body = manifests.getOrDefault(name, new byte[] {'{', '}'});
        exchange.getResponseHeaders().add("Content-Type", type);
        if (exchange.getRequestMethod().equals("PUT")) {
            byte[] put = exchange.getRequestBody().readAllBytes();
            said.put(name, there.image.text());
            if (takesTags) {
                manifests.put(name, put);
            }
            exchange.sendResponseHeaders(201, -1);
        } else {
            Optional.ofNullable(said.get(name))
                    .ifPresent(each -> exchange.getResponseHeaders().add("Docker-Content-Digest", each));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
        exchange.close();
    }

    private Outcome promote(LedgerSite by) {
        return by.move("maint1", WEEKLY, there.image, new TagMove.Promote(Optional.of(there.before)));
    }

    @Test
    void aTagIsWhatItsManifestIsAndNotWhatAHeaderSays() {
        Outcome outcome = promote(site);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Unsettled.class, unsettled -> assertThat(unsettled.problem())
                .contains(" means " + there.before));
        assertThat(site.candidate(WEEKLY).candidate().promotion()).isEmpty();
        takesTags = true;
        recorded(promote(site));
        assertThat(site.candidate(WEEKLY).candidate().acts().getLast().deed())
                .isEqualTo(new Deed.Promoted("recommended", Optional.of(there.before)));
    }

    @Test
    void whatBreaksBetweenOrderAndMoveDoesNotEndAsIfNothingWereWritten() {
        site.reporting(step -> {
            if (step.equals("tag")) {
                throw new IllegalStateException("planted");
            }
        });

        assertThat(promote(site))
                .isInstanceOfSatisfying(Outcome.Unsettled.class, unsettled -> assertThat(unsettled.problem())
                        .contains("planted"));
        assertThat(site.candidate(WEEKLY).candidate().order()).isPresent();
    }

    @Test
    void aTypeThatIsNoHeaderOrdersNothing() {
        type = "application/x\u0001y";

        refuses(Refusal.IMAGES_SILENT, promote(site));
        assertThat(site.candidate(WEEKLY).candidate().order()).isEmpty();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInPlaceOfTheCredentialsIsNotWaitedFor() throws IOException {
        Path pipe = directory.resolve("pipe");
        Ran.must("mkfifo", "-m", "600", pipe.toString());

        refuses(Refusal.CREDENTIALS_UNUSABLE, promote(site(pipe)));
        Path link = Files.createSymbolicLink(directory.resolve("link"), there.credentials);
        refuses(Refusal.UNTRUSTED_PATH, promote(site(link)));
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInPlaceOfTheListIsNotWaitedFor() {
        Path pipe = directory.resolve("list");
        Ran.must("mkfifo", "-m", "600", pipe.toString());
        LedgerSite listed = new LedgerSite(directory, text -> text + "images: {list: " + pipe + "}\n");
        listed.passes(Duration.between(listed.now(), there.site.now()));

        refuses(Refusal.IMAGES_SILENT, promote(listed));
    }

    /** What is told is what a person reads at 03:00, and no place for a password. */
    @Test
    void noEndingTellsWhatTheCredentialsAre() {
        type = "\u001b[31m";
        assertThat(promote(site).toString()).doesNotContain("two words").doesNotContain("cmVhZGVyOnR3byB3b3Jkcw==");
        assertThat(PromotionSite.WRITER.toString()).doesNotContain("two words");
    }

    private static void refuses(Refusal refusal, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
