package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.Running;
import org.obsenv.fixture.SshServer;
import org.obsenv.fixture.SudoSite;

/** The installed auto-pull, started by the account itself, with a remote behind a real sshd; and not through sudo. */
@Tag("root")
class SyncThroughSshTest {
    @Test
    void aPushIsThereAndSudoIsNotTheWay() throws Exception {
        try (SudoSite site = SudoSite.create();
                SshServer server = SshServer.start(
                        Files.createDirectory(site.directory().resolve("ssh")), site.maintainer(), site.asAccount())) {
            RemotePackage remote = site.remote("ts_wep");
            give(remote, site.maintainer().name());
            Files.writeString(
                    site.siteFile(),
                    Files.readString(site.siteFile()).replace(remote.address(), server.address(remote.bare()))
                            + "sync: {interval: 200 ms, retry: 1 s}\n");
            String watch = site.verbs().resolve("sync-watch").toString();

            assertThat(Ran.of(List.of("sudo", "-n", "-u", site.account(), watch))
                            .output())
                    .contains("sync --watch was started through sudo");
            assertThat(Ran.of(site.maintainer().command("sudo", "-n", "-u", site.account(), watch))
                            .complaint())
                    .contains("a password is required");

            try (Running running = Running.of(site.directory(), site.asAccount().command(watch))) {
                // git pushes into nobody else's repository, and serves nobody else's.
                give(remote, "root");
                String next = remote.hotfix("Fix", "version = 2\n").hex();
                give(remote, site.maintainer().name());
                Path stable = site.paths().stable(new PackageName("ts_wep"));
                Awaitility.await("the push, of which it said: " + running.output())
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> stable.toRealPath().endsWith(next));
                running.terminate();
                assertThat(running.exit()).isZero();
                assertThat(running.output()).containsOnlyOnce("is built and proven: 1 package differs");
            }
            assertThat(site.newestAct().actor()).isEqualTo(site.account());
        }
    }

    private static void give(RemotePackage remote, String owner) {
        Ran.must("chown", "-R", owner, remote.bare().toString());
    }
}
