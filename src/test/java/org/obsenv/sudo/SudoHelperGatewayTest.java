package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Outcome.Unheard.Reason;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.Ran;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.EventDocument;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;

/** Every way a started verb can end, with real processes that end so. */
class SudoHelperGatewayTest {
    private static final Outcome.Failed FULL = new Outcome.Failed("No space left on device");

    @TempDir
    Path directory;

    @Test
    void passesEveryStepOnAndReturnsTheOutcome() throws Exception {
        Event.Progress step = new Event.Progress("fetched", "ts_wep", 1, 2);
        verb("cat <<'E'\n" + EventDocument.write(step) + EventDocument.write(new Event.Ended(FULL)) + "E\n");
        List<Event.Progress> heard = new ArrayList<>();

        Outcome outcome = gateway("[]").run(Request.plain(Verb.ROLLBACK), heard::add);

        assertThat(outcome).isEqualTo(FULL);
        assertThat(heard).containsExactly(step);
    }

    @Test
    void sendsTheRequestAsOneDocument() throws Exception {
        verb("cat > '" + directory.resolve("request") + "'\n");
        Request request = new Request(
                Verb.ROLLBACK,
                new Saw.Nothing(),
                Optional.of("script failing: \u202enight"),
                Optional.of("AB"),
                Optional.of("ws3"));

        gateway("[]").run(request, step -> {});

        String sent = Files.readString(directory.resolve("request"));
        String document = sent.substring(0, sent.length() - 4);
        assertThat(sent).endsWith("\n...\n").isASCII();
        assertThat(RequestDocument.parse(Verb.ROLLBACK, document.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(request);
    }

    @Test
    void isUnheardWhenTheProgramIsMissing() throws Exception {
        assertThat(gateway("[]").run(Request.plain(Verb.ROLLBACK), step -> {}))
                .isInstanceOfSatisfying(Outcome.Unheard.class, unheard -> assertThat(unheard.reason())
                        .isEqualTo(Reason.NOT_STARTED));
    }

    @Test
    void isUnheardWhenTheVerbIsKilledBeforeItsOutcome() throws Exception {
        verb("kill -9 $$\n");

        assertThat(gateway("[]").run(Request.plain(Verb.ROLLBACK), step -> {}))
                .isEqualTo(new Outcome.Unheard(Reason.DIED, "it ended with code 137"));
    }

    @Test
    void isUnheardWhenTheVerbSaysNothingForLongerThanItsLimit() throws Exception {
        Path end = directory.resolve("end");
        Ran.must("mkfifo", end.toString());
        verb("read -r x < '" + end + "'\n");

        Outcome outcome = gateway("[]", Duration.ofMillis(300)).run(Request.plain(Verb.ROLLBACK), step -> {});

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Unheard.class, unheard -> assertThat(unheard.reason())
                .isEqualTo(Reason.SILENT));
        Files.writeString(end, "go\n");
    }

    @Test
    void isUnheardWhenTheVerbSaysWhatIsNoEvent() throws Exception {
        verb("printf 'event: dance\\n...\\n'\n");

        assertThat(gateway("[]").run(Request.plain(Verb.ROLLBACK), step -> {}))
                .isInstanceOfSatisfying(
                        Outcome.Unheard.class,
                        unheard -> assertThat(unheard.detail())
                                .contains(
                                        "expected progress, switched, built, marked, planned, pruned, recorded, unsettled, refused or failed"));
    }

    @Test
    void isNotPermittedWhenSudoRefuses() throws Exception {
        verb("");
        Path sudo = script("sudo", "echo 'sudo: a password is required' >&2; exit 1\n");

        assertThat(gateway("[" + sudo + ", -n, -u, \"{account}\"]").run(Request.plain(Verb.ROLLBACK), step -> {}))
                .isEqualTo(
                        new Outcome.Refused(Refusal.NOT_PERMITTED, Map.of("problem", "sudo: a password is required")));
    }

    @Test
    void looksPastWarningsForTheLineThatCounts() throws Exception {
        verb("");
        String warnings = """
                echo 'sudo: unable to resolve host dome3: Name or service not known' >&2
                echo 'You are not permitted to use this system without leave.' >&2
                echo 'perl: warning: Setting locale failed.' >&2
                """;
        Path refuses = script("refuses/sudo", warnings + "echo 'sudo: a password is required' >&2; exit 1\n");
        Path lacks = script("lacks/sudo", warnings + "echo 'sudo: /x/rollback: command not found' >&2; exit 1\n");
        Path dies = script("dies/sudo", warnings + "exit 137\n");
        Path fails = script("fails/sudo", warnings + "exit 1\n");

        assertThat(through(refuses))
                .isEqualTo(
                        new Outcome.Refused(Refusal.NOT_PERMITTED, Map.of("problem", "sudo: a password is required")));
        assertThat(through(lacks))
                .isEqualTo(new Outcome.Unheard(Reason.NOT_STARTED, "sudo: /x/rollback: command not found"));
        String last = ", and the last line was: perl: warning: Setting locale failed.";
        assertThat(through(dies)).isEqualTo(new Outcome.Unheard(Reason.DIED, "it ended with code 137" + last));
        assertThat(through(fails)).isEqualTo(new Outcome.Unheard(Reason.DIED, "it ended with code 1" + last));
    }

    @Test
    void takesEventsFromBehindALogInShellsGreeting() throws Exception {
        verb("echo 'Welcome to the summit'; echo; cat <<'E'\n" + EventDocument.write(new Event.Ended(FULL)) + "E\n");

        assertThat(gateway("[]").run(Request.plain(Verb.ROLLBACK), step -> {})).isEqualTo(FULL);
    }

    @Test
    void tellsPermissionBehindWarnings() throws Exception {
        String warning = "echo 'sudo: unable to resolve host dome3: Name or service not known' >&2\n";

        assertThat(asking(warning + "exit 0\n")).isEqualTo(new Permission.Granted());
        assertThat(asking(warning + "exit 1\n"))
                .isEqualTo(new Permission.Denied("sudo does not allow rollback for you"));
        assertThat(asking(warning + "echo 'sudo: a password is required' >&2; exit 1\n"))
                .isEqualTo(new Permission.Denied("sudo: a password is required"));
        assertThat(asking(warning + "echo 'sudo: unknown user obs_user' >&2; exit 1\n"))
                .isEqualTo(new Permission.Unknown("sudo: unknown user obs_user"));
        String broken = "sudo: unable to open audit system: Permission denied";
        assertThat(asking("echo '" + broken + "' >&2; exit 1\n"))
                .isEqualTo(new Permission.Unknown("it ended with code 1, and the last line was: " + broken));
    }

    @Test
    void cannotTellPermissionWhereSudoIsNotTheStarter() throws Exception {
        assertThat(gateway("[doas]").permission(Verb.ROLLBACK))
                .isEqualTo(new Permission.Unknown("the site starts verbs by something else than sudo"));
        assertThat(gateway("[]").permission(Verb.ROLLBACK)).isEqualTo(new Permission.Granted());
    }

    @Test
    void showsTheCommandToTypeWithoutTheWordThatForbidsAPassword() throws Exception {
        assertThat(gateway("[sudo, -n, -u, \"{account}\"]").typedCommand(Verb.SET_BASE))
                .isEqualTo("sudo -u obs_user " + directory.resolve("verbs/set-base"));
    }

    private Outcome through(Path sudo) throws Exception {
        return gateway("[" + sudo + ", -n, -u, \"{account}\"]").run(Request.plain(Verb.ROLLBACK), step -> {});
    }

    /** What the pre-flight makes of a sudo that does this; found by its plain name, as on a workstation. */
    private Permission asking(String body) throws Exception {
        script("bin/sudo", body);
        return gateway("[env, \"PATH=" + directory.resolve("bin") + ":/usr/bin:/bin\", sudo, -n, -u, \"{account}\"]")
                .permission(Verb.ROLLBACK);
    }

    private SudoHelperGateway gateway(String launch) throws Exception {
        return gateway(launch, Duration.ofSeconds(30));
    }

    private SudoHelperGateway gateway(String launch, Duration silence) throws Exception {
        String text = """
                name: Test
                tier: dev
                zone: UTC
                environment: {root: /env, base: /base.yaml}
                helper: {launch: %s, verbs: %s}
                packages: [{name: ts_wep, remote: "file:///x"}]
                """.formatted(launch, directory.resolve("verbs"));
        Site site = SiteFile.parse("site.yaml", text.getBytes(StandardCharsets.UTF_8));
        return new SudoHelperGateway(site, silence);
    }

    private void verb(String body) throws IOException {
        Files.createDirectories(directory.resolve("verbs"));
        script("verbs/rollback", body);
    }

    private Path script(String name, String body) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
