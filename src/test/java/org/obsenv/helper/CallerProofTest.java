package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Verb;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;

/** What the kernel may say of the parent, and what of it counts as sudo run by root. */
class CallerProofTest {
    @TempDir
    Path proc;

    String account = "";
    String uid = "";

    @BeforeEach
    void beAChildOfProcess42() throws Exception {
        Files.createDirectories(proc.resolve("self"));
        Files.createDirectories(proc.resolve("42"));
        account = Files.getOwner(proc).getName();
        uid = Files.getAttribute(proc, "unix:uid").toString();
        Files.writeString(proc.resolve("self/status"), "Name:\tjava\nPPid:\t42\nUid:\t7\t7\t7\t7\n");
    }

    @Test
    void takesTheCallerOfSudo() throws Exception {
        parent("sudo", uid + "\t0\t0\t0");
        assertThat(proof(Map.of("SUDO_UID", uid, "SUDO_USER", account)).prove(site(), Verb.ROLLBACK))
                .isEqualTo(new Caller(account));
    }

    @Test
    void takesASudoThatGaveItsCallersIdUp() throws Exception {
        parent("sudo", "0\t0\t0\t0");
        assertThat(proof(Map.of("SUDO_UID", uid, "SUDO_USER", account)).prove(site(), Verb.ROLLBACK))
                .isEqualTo(new Caller(account));
    }

    /** The kernel escapes line feeds and backslashes in a name, and cuts it to 15 bytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sudo) ",
                "(sudo)",
                " sudo",
                "sudo ",
                "SUDO",
                "sudoedit",
                "bash\\nName:sudo",
                "x\\nUid:\\t0",
                "su",
                "bash"
            })
    void refusesAParentOfAnotherName(String name) throws Exception {
        parent(name, uid + "\t0\t0\t0");
        refused("its parent is not sudo run by root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7\t7\t7\t7", "7\t0\t7\t0", "0\t7\t0\t0", "7\t0\t0\t7", "0", "", "0\t0\t0"})
    void refusesAParentThatIsNotRoots(String ids) throws Exception {
        parent("sudo", ids);
        refused("its parent is not sudo run by root");
    }

    @Test
    void refusesAnotherUserIdThanSudosCaller() throws Exception {
        parent("sudo", "4711\t0\t0\t0");
        refused("sudo was called by user id 4711, but SUDO_UID is " + uid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0x0", "1e3", " 0", "0 ", "99999999999", "root"})
    void refusesAUserIdThatIsNoNumber(String said) throws Exception {
        parent("sudo", uid + "\t0\t0\t0");
        assertThatThrownBy(() ->
                        proof(Map.of("SUDO_UID", said, "SUDO_USER", account)).prove(site(), Verb.ROLLBACK))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("SUDO_UID is not a number");
    }

    private void refused(String problem) {
        assertThatThrownBy(() ->
                        proof(Map.of("SUDO_UID", uid, "SUDO_USER", account)).prove(site(), Verb.ROLLBACK))
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.outcome())
                        .isEqualTo(new Outcome.Refused(Refusal.NOT_THROUGH_SUDO, Map.of("problem", problem))));
    }

    private CallerProof proof(Map<String, String> environment) {
        return new CallerProof(environment, proc);
    }

    private void parent(String name, String ids) throws IOException {
        Files.writeString(
                proc.resolve("42/status"),
                "Name:\t" + name + "\nUmask:\t0022\nPid:\t42\nPPid:\t1\nUid:\t" + ids + "\nGid:\t0\t0\t0\t0\n");
    }

    private Site site() throws Exception {
        String text = """
                name: Test
                tier: dev
                zone: UTC
                environment: {root: /srv/env, base: /srv/base.yaml}
                accounts: {environment: %s}
                helper: {launch: [sudo, -n, -u, "{account}"], verbs: /srv/verbs}
                packages: [{name: ts_wep, remote: "file:///srv/ts_wep"}]
                """.formatted(account);
        return SiteFile.parse("site", text.getBytes(StandardCharsets.UTF_8));
    }
}
