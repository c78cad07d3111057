package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.Running;
import org.obsenv.fixture.SshServer;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Verb;

/** {@code sync --watch} as a process, with remotes by git's own daemon and by file. */
@Timeout(300)
class WatchTest {
    private static final PackageName CWFS = new PackageName("cwfs");

    @TempDir
    Path directory;

    @Test
    void pushesAreThereWhileOneRemoteHangsAndItIsTakenUpAgain() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs", "atmospec");
        int port = SshServer.freePort();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Running daemon = Running.of(
                        directory,
                        List.of(
                                "git",
                                "daemon",
                                "--export-all",
                                "--reuseaddr",
                                "--listen=127.0.0.1",
                                "--port=" + port,
                                "--base-path=" + directory.resolve("remotes")))) {
            SshServer.awaitListening(port);
            environment.writeSite("sync: {interval: 200 ms, ask: 2 s, retry: 1 s}\n");
            String site = Files.readString(environment.siteFile());
            String served =
                    site.replace(environment.remote("ts_wep").address(), "git://127.0.0.1:" + port + "/ts_wep.git");
            String hanging = "git://127.0.0.1:" + silent.getLocalPort() + "/cwfs.git";
            Files.writeString(
                    environment.siteFile(),
                    served.replace(environment.remote("cwfs").address(), hanging));

            try (Running watch = Running.of(directory, watch(environment))) {
                CommitId one = environment.remote("ts_wep").hotfix("By the daemon", "version = 2\n");
                CommitId other = environment.remote("atmospec").hotfix("By file", "version = 3\n");
                await(environment, "ts_wep", one);
                await(environment, "atmospec", other);
                awaitState(environment, state -> state.silent().containsKey(CWFS));
                // Between two passes the lock is free.
                assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);

                CommitId healed = environment.remote("cwfs").hotfix("After it hung", "version = 4\n");
                Files.writeString(environment.siteFile(), served);
                await(environment, "cwfs", healed);
                awaitState(environment, state -> state.silent().isEmpty());

                watch.terminate();
                assertThat(watch.exit()).isZero();
                assertThat(watch.output()).contains("cwfs: ").contains("did not end within 2 s");
            }
            Objects.requireNonNull(daemon);
        }
        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
    }

    /** As when its package is installed anew under it: who started it must know that it ended badly. */
    @Test
    void oneWhoseProgramWasTakenAwayEndsWithACodeAndAReason() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.writeSite("sync: {interval: 200 ms}\n");
        Path copy = directory.resolve("program");
        Path classes = Path.of(HelperCommand.classPath().replaceFirst(File.pathSeparator + ".*", ""));
        Ran.must("cp", "-a", classes.toString(), copy.toString());
        List<String> words = new ArrayList<>(watch(environment));
        words.replaceAll(each -> each.replace(classes.toString(), copy.toString()));
        Files.delete(environment.paths().heartbeat());
        try (Running watch = Running.of(directory, words)) {
            Awaitility.await("a pass")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> Files.exists(environment.paths().heartbeat()));
            Files.delete(copy.resolve("org/obsenv/helper/TreeGate.class"));
            environment.remote("ts_wep").hotfix("Needs it", "version = 2\n");

            assertThat(watch.exit()).isEqualTo(2);

            assertThat(watch.output()).contains("sync --watch cannot go on", "TreeGate");
        }
    }

    private static List<String> watch(TestEnvironment environment) {
        List<String> words = new ArrayList<>(HelperCommand.of(Verb.SYNC, environment.siteFile()));
        words.add(words.indexOf("--site"), "--watch");
        return words;
    }

    private static void await(TestEnvironment environment, String name, CommitId commit) {
        Awaitility.await(name)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        environment.runningCommit(name).filter(commit::equals).isPresent());
    }

    /** The state is written after the link has moved. */
    private static void awaitState(TestEnvironment environment, Predicate<SyncState> wanted) {
        Awaitility.await("the state")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        wanted.test(SyncStateDocument.read(environment.paths().state())));
    }
}
