package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.Site;
import org.obsenv.yaml.YamlProblem;

/** What a build leaves of the site file for the switches: a help, and never more than that. */
class SiteTextTest {
    @TempDir
    Path directory;

    TestEnvironment environment;
    Path copy;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        copy = environment.paths().siteCopy();
    }

    @Test
    void aBuildLeavesWhatSwitchesNeedToItsAccountAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(isShort()).isTrue();
        assertThat(forSwitch())
                .usingRecursiveComparison()
                .ignoringFields("packages")
                .isEqualTo(SiteText.of(environment.siteFile()).whole());
        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
        assertThat(environment.run(Verb.RESUME)).isNotInstanceOf(Outcome.Failed.class);
    }

    @Test
    void anyOtherTextIsReadWholeAndTheNextBuildLeavesThat() throws Exception {
        String sound = Files.readString(environment.siteFile());
        for (String changed : new String[] {
            sound.replace("name: Test", "name: Best"),
            sound + "# more\n",
            sound + "\n",
            sound.stripTrailing(),
            sound.replace("ts_wep", "ts_web")
        }) {
            Files.writeString(environment.siteFile(), changed);
            assertThat(isShort()).as(changed).isFalse();
        }
        // Longer by exactly what the copy goes on with: read whole, hence the complaint.
        String more = Files.readString(copy).substring((sound.length() + "\n").length());
        Files.writeString(environment.siteFile(), more);
        assertThatThrownBy(this::forSwitch).isInstanceOf(YamlProblem.class);
        environment.writeSite("contact: {name: On call, phone: \"1\"}\n");
        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
        assertThat(isShort()).isFalse();

        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);

        assertThat(isShort()).isTrue();
        assertThat(forSwitch().contact()).isPresent();
    }

    @Test
    void aSwitchRefusesASiteFileThatWasSpoiltSince() {
        VerbGateway gateway = environment.gateway();
        environment.writeSite("colour: red\n");

        assertThat(gateway.run(Request.plain(Verb.ROLLBACK), progress -> {}))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.BAD_SITE);
                    assertThat(refused.facts().get("problem")).contains("colour");
                });
    }

    private interface Damage {
        void happen(byte[] sound) throws Exception;
    }

    @Test
    void whateverIsWrongWithItTheFileItselfDecides() throws Exception {
        byte[] sound = Files.readAllBytes(copy);
        int length = Files.readAllBytes(environment.siteFile()).length;
        int start = (length + "\n").length() + length;
        Map<String, Damage> damages = new LinkedHashMap<>();
        damages.put("gone", bytes -> {});
        damages.put("empty", bytes -> Files.write(copy, new byte[0]));
        damages.put("cut short in the copy", bytes -> Files.write(copy, Arrays.copyOf(bytes, start / 2)));
        damages.put("nothing but the copy", bytes -> Files.write(copy, Arrays.copyOf(bytes, start)));
        damages.put("cut short behind it", bytes -> Files.write(copy, Arrays.copyOf(bytes, start + 40)));
        damages.put("another length", bytes -> Files.write(copy, (" " + text(bytes)).getBytes(StandardCharsets.UTF_8)));
        damages.put("an unknown key", bytes -> Files.writeString(copy, text(bytes) + "colour: red\n"));
        damages.put(
                "the packages, too",
                bytes -> Files.writeString(
                        copy, text(Arrays.copyOf(bytes, start)) + Files.readString(environment.siteFile())));
        damages.put("open to all", bytes -> {
            Files.write(copy, bytes);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-rw-rw-"));
        });
        damages.put("a link", bytes -> {
            Files.write(directory.resolve("elsewhere"), bytes);
            Files.createSymbolicLink(copy, directory.resolve("elsewhere"));
        });
        damages.put("a directory", bytes -> Files.createDirectory(copy));
        damages.put("a pipe that nobody fills", bytes -> assertThat(
                        new ProcessBuilder("mkfifo", copy.toString()).start().waitFor())
                .isZero());
        for (Map.Entry<String, Damage> each : damages.entrySet()) {
            Files.deleteIfExists(copy);
            each.getValue().happen(sound);

            assertThat(isShort()).as(each.getKey()).isFalse();
            assertThat(environment.run(Verb.ROLLBACK)).as(each.getKey()).isInstanceOf(Outcome.Switched.class);
            assertThat(environment.run(Verb.SYNC)).as(each.getKey()).isInstanceOf(Outcome.Built.class);
            Files.delete(environment.paths().current());
            Files.createSymbolicLink(environment.paths().current(), Path.of("deploy"));
        }
    }

    @Test
    void complainsOfTheLineInTheFileWhateverStandsInTheCopy() throws Exception {
        String spoilt = Files.readString(environment.siteFile()) + "colour: red\n";
        Files.writeString(environment.siteFile(), spoilt);
        Files.writeString(copy, spoilt.length() + "\n" + spoilt + "name: Test\ncolour: red\n");

        int last = (int) spoilt.lines().count();
        assertThatThrownBy(this::forSwitch)
                .isInstanceOfSatisfying(
                        YamlProblem.class, problem -> assertThat(problem.line()).isEqualTo(last));
    }

    private Site forSwitch() throws IOException, YamlProblem {
        return SiteText.of(environment.siteFile()).forSwitch(TrustedPath.ofCaller());
    }

    private boolean isShort() throws IOException, YamlProblem {
        Site site = forSwitch();
        try {
            return site.packages().isEmpty();
        } catch (IllegalStateException unread) {
            return true;
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
