package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Person;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.TreeState;
import org.obsenv.protocol.Verb;

/** security.md row 7: who asked is what sudo proves, whatever somebody says about it. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class IdentityTest {
    private final SudoSite site;

    IdentityTest(SudoSite site) {
        this.site = site;
    }

    @BeforeEach
    void follow() {
        site.follow();
    }

    @AfterEach
    void mendTheLeak() {
        site.leak().mend();
    }

    @Test
    void variablesOfTheCallersAreOverwrittenBySudo() {
        Ran ran = Ran.of(site.words(site.observer(), Verb.ROLLBACK), forged(site.maintainer()), new byte[0]);

        assertThat(ran.exit()).as(ran.output()).isZero();
        assertThat(site.newestAct().actor()).isEqualTo(site.observer().name());
    }

    @Test
    void variablesKeptByALeakySudoersAreOverwrittenToo() {
        site.leak()
                .open("Defaults:%s !env_reset, setenv, env_keep += \"SUDO_UID SUDO_USER SUDO_GID LOGNAME USER\"\n"
                        .formatted(site.observer().name()));

        Ran ran = Ran.of(site.words(site.observer(), Verb.ROLLBACK), forged(site.maintainer()), new byte[0]);

        assertThat(ran.exit()).as(ran.output()).isZero();
        assertThat(site.newestAct().actor()).isEqualTo(site.observer().name());
    }

    @Test
    void variablesGivenToSudoItselfAreRefused() {
        refused(Ran.of(site.observer()
                .command(
                        "sudo",
                        "-n",
                        "-u",
                        site.account(),
                        "SUDO_UID=" + uid(site.maintainer()),
                        "SUDO_USER=" + site.maintainer().name(),
                        site.verb(Verb.ROLLBACK).toString())));
    }

    /** Somebody who may run a program as the account, put between sudo and the verb to say another name. */
    @Test
    void anotherNameSaidBetweenSudoAndTheVerbIsFoundOut() {
        site.leak()
                .open("%s ALL = (%s) NOPASSWD: /usr/bin/env\n"
                        .formatted(site.stranger().name(), site.account()));
        TreeState before = TreeState.of(site.root());

        Ran ran = Ran.of(between(site.stranger(), forged(site.observer())));

        assertThat(ran.output())
                .contains("was not started by sudo")
                .contains("sudo was called by user id " + uid(site.stranger()) + ", but SUDO_UID is "
                        + uid(site.observer()));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    @Test
    void anotherNameForTheSameUserIdIsFoundOut() {
        site.leak()
                .open("%s ALL = (%s) NOPASSWD: /usr/bin/env\n"
                        .formatted(site.stranger().name(), site.account()));
        TreeState before = TreeState.of(site.root());
        Map<String, String> half = Map.of(
                "SUDO_UID", uid(site.stranger()), "SUDO_USER", site.observer().name());

        Ran ran = Ran.of(between(site.stranger(), half));

        assertThat(ran.output()).contains("SUDO_UID and SUDO_USER do not name the same account");
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    @Test
    void sudoWithinSudoIsRecordedAsThePersonTheInnerOneProves() {
        site.leak()
                .open("%s ALL = (%s) NOPASSWD: /usr/bin/sudo\n"
                        .formatted(site.stranger().name(), site.observer().name()));

        Ran ran = Ran.of(site.stranger()
                .command(
                        "sudo",
                        "-n",
                        "-u",
                        site.observer().name(),
                        "/usr/bin/sudo",
                        "-n",
                        "-u",
                        site.account(),
                        site.verb(Verb.ROLLBACK).toString()));

        assertThat(ran.exit()).as(ran.output() + ran.complaint()).isZero();
        assertThat(site.newestAct().actor()).isEqualTo(site.observer().name());
    }

    @Test
    void theVerbStartedByTheAccountItselfIsRefused() {
        List<String> direct = site.asAccount().command(site.verb(Verb.ROLLBACK).toString());

        refused(Ran.of(direct, Map.of(), new byte[0]));
        refused(Ran.of(direct, forged(site.observer()), new byte[0]));
    }

    @Test
    void theProgramStartedByTheAccountItselfIsRefused() {
        List<String> words = new ArrayList<>(
                site.program("rollback", "--site", site.siteFile().toString()));
        refused(Ran.of(words));
        words.addAll(
                words.indexOf("-i") + 1,
                List.of(
                        "SUDO_UID=" + uid(site.observer()),
                        "SUDO_USER=" + site.observer().name()));
        refused(Ran.of(words));
    }

    /** The parent's name alone proves nothing: anybody can call a program sudo. */
    @Test
    void aParentThatOnlyBearsTheNameOfSudoIsRefused() throws Exception {
        Path own = site.directoryOf("own-" + System.nanoTime(), site.account(), "rwxr-xr-x");
        Path impostor = own.resolve("sudo");
        Files.copy(Path.of("/bin/sh").toRealPath(), impostor);
        Files.setPosixFilePermissions(impostor, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> words = site.asAccount()
                .command(
                        impostor.toString(),
                        "-c",
                        "read -r name </proc/$$/comm; echo \"$name\"; \"$1\"; exit $?",
                        "sh");
        words.add(site.verb(Verb.ROLLBACK).toString());

        Ran ran = Ran.of(words, forged(site.observer()), new byte[0]);

        assertThat(ran.output()).startsWith("sudo\n").contains("its parent is not sudo run by root");
        refused(ran);
    }

    @Test
    void anActorInTheRequestIsNoKeyOfIt() {
        TreeState before = TreeState.of(site.root());
        for (String key : List.of("actor", "account", "user", "caller", "SUDO_USER", "SUDO_UID")) {
            String document =
                    "verb: rollback\n" + key + ": " + site.maintainer().name() + "\n...\n";
            Ran ran = Ran.of(
                    site.words(site.observer(), Verb.ROLLBACK), Map.of(), document.getBytes(StandardCharsets.UTF_8));

            assertThat(ran.output()).contains("refusal: bad-request", "request, line 2, key " + key + ": unknown key");
            assertThat(ran.exit()).isEqualTo(1);
        }
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    private List<String> between(Person person, Map<String, String> variables) {
        List<String> words = person.command("sudo", "-n", "-u", site.account(), "/usr/bin/env");
        variables.forEach((name, value) -> words.add(name + "=" + value));
        words.add(site.verb(Verb.ROLLBACK).toString());
        return words;
    }

    private void refused(Ran ran) {
        assertThat(ran.exit()).as(ran.output() + ran.complaint()).isEqualTo(1);
        assertThat(site.current()).isEqualTo("deploy");
    }

    private static Map<String, String> forged(Person person) {
        return Map.of("SUDO_UID", uid(person), "SUDO_GID", uid(person), "SUDO_USER", person.name());
    }

    private static String uid(Person person) {
        return Ran.of(List.of("id", "-u", person.name())).orFail("id").output().trim();
    }
}
