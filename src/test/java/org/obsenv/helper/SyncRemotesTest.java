package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.fixture.TreeState;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Verb;

/** Remotes that hang, refuse or ask for patience cost the others a bounded time, once. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class SyncRemotesTest {
    private static final PackageName CWFS = new PackageName("cwfs");
    private static final String RULES = "sync: {interval: 1 h, retry: 2 h, ask: 1 s, fetch: 5 s}\n";

    @TempDir
    Path directory;

    private TestEnvironment environment;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        environment.writeSite(RULES);
    }

    /** A socket of which the kernel accepts connections, and nobody ever answers. */
    @Test
    void aRemoteThatHangsLeavesTheOthersCurrentAndIsThenLeftAlone() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            moveCwfsTo("git://127.0.0.1:" + silent.getLocalPort() + "/cwfs.git");
            CommitId next = environment.remote("ts_wep").hotfix("Fix", "version = 2\n");

            pass();

            assertThat(environment.runningCommit("ts_wep")).contains(next);
            SyncState state = state();
            assertThat(problem(state).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
            assertThat(problem(state).text()).contains("did not end within 1 s");
            assertThat(state.silent().get(CWFS)).isNotNull().satisfies(silence -> assertThat(silence.failures())
                    .isOne());

            // The timer's next pass leaves it alone, and writes nothing but its sign of life.
            TreeState before = inner();
            pass();
            assertThat(inner()).isEqualTo(before);

            // A person's asks it.
            environment.run(Verb.SYNC);
            assertThat(state().silent().get(CWFS)).isNotNull().satisfies(silence -> assertThat(silence.failures())
                    .isEqualTo(2));
        }
        environment.writeSite(RULES);
        CommitId next = environment.remote("cwfs").hotfix("Fix", "version = 3\n");
        environment.run(Verb.SYNC);
        assertThat(environment.runningCommit("cwfs")).contains(next);
        assertThat(state().silent()).isEmpty();
        assertThat(state().packages().get(CWFS)).isNotNull().satisfies(each -> assertThat(each.problem())
                .isEmpty());
    }

    @Test
    void aHostThatAsksForPatienceIsLeftAloneForAMinuteAtLeast() throws Exception {
        HttpServer host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        });
        host.start();
        try {
            // The allow-list has https alone, which needs certificates here: what git says is the same.
            Ran said = Ran.of(List.of(
                    "git", "ls-remote", "http://127.0.0.1:" + host.getAddress().getPort() + "/x"));
            assertThat(said.complaint())
                    .contains("The requested URL returned error: 429")
                    .doesNotContain("120");
            assertThat(new BackOff(environment.site().sync())
                            .after(Optional.empty(), new IOException(said.complaint()), Instant.EPOCH)
                            .until())
                    .isAfterOrEqualTo(Instant.EPOCH.plus(BackOff.ASKED_FOR));
        } finally {
            host.stop(0);
        }
    }

    @Test
    void aTickWithoutNewsWritesItsSignOfLifeAlone() throws Exception {
        pass(); // the state as this pass writes it
        TreeState before = inner();
        Instant beat =
                Files.getLastModifiedTime(environment.paths().heartbeat()).toInstant();

        pass();

        assertThat(inner()).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(environment.paths().heartbeat()).toInstant())
                .isAfter(beat);
    }

    @Test
    void aDiskThatFillsUpIsSaidWithItsNumbers() throws Exception {
        environment.writeSite("sync: {free-space: 900000 TiB, free-inodes: 0}\n");
        pass();
        assertThat(state().room()).isPresent().get().satisfies(room -> assertThat(room.text())
                .startsWith("the disk of " + environment.root() + " has "));
        environment.writeSite("sync: {free-space: 0 MiB, free-inodes: 0}\n");
        pass();
        assertThat(state().room()).isEmpty();
    }

    /** As the timer starts it: nobody asked. */
    private void pass() {
        Instant began = Instant.now();
        Ran.of(HelperCommand.of(Verb.SYNC, environment.siteFile())).orFail("sync");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    /** Everything but the time of the sign of life, and what locks and leftovers touch. */
    private TreeState inner() {
        TreeState all = TreeState.of(environment.paths().inner());
        SortedMap<String, String> kept = new TreeMap<>(all.entries());
        kept.remove(environment.paths().heartbeat().toString());
        return new TreeState(kept);
    }

    private void moveCwfsTo(String address) throws IOException {
        Path file = environment.siteFile();
        Files.writeString(
                file, Files.readString(file).replace(environment.remote("cwfs").address(), address));
    }

    private SyncState state() throws Exception {
        return SyncStateDocument.read(environment.paths().state());
    }

    private static Problem problem(SyncState state) {
        return Objects.requireNonNull(state.packages().get(CWFS)).problems().getFirst();
    }
}
