package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.Running;
import org.obsenv.fixture.SudoSite;
import org.obsenv.protocol.Verb;

/** The JVM of an installed verb, looked at while it waits for the end of its request. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class InstalledProgramTest {
    private static final byte[] BEGUN = "verb: rollback\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REST = "...\n".getBytes(StandardCharsets.US_ASCII);

    private final SudoSite site;
    private final Path archive;

    InstalledProgramTest(SudoSite site) {
        this.site = site;
        this.archive = site.verbs().resolve("lib/obsenv-helper.jsa");
    }

    @BeforeEach
    void follow() {
        site.follow();
    }

    @Test
    void startsFromAnArchiveOfClassesThatIsRoots() throws Exception {
        assertThat(Files.getOwner(archive).getName()).isEqualTo("root");
        assertThat(Files.getPosixFilePermissions(archive)).isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(mapped()).contains(archive.toString());
        assertThat(sourceOfMain()).contains("shared objects file (top)");
    }

    @Test
    void itsJarHoldsTheTextsThatTheHelperAsksFor() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/obsenv/helper"))) {
            for (Path source : sources.toList()) {
                Pattern.compile("Words\\.of\\(\"([a-z-]+)\"\\)")
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(found -> asked.add("org/obsenv/words/" + found.group(1) + ".properties"));
            }
        }
        assertThat(asked).contains("org/obsenv/words/endings.properties");
        try (JarFile jar =
                new JarFile(archive.resolveSibling("obsenv-helper.jar").toFile())) {
            assertThat(jar.stream().map(JarEntry::getName)).containsAll(asked);
        }
    }

    @Test
    void worksWithoutTheArchiveAndWithOneThatFitsNoMore() throws Exception {
        Path aside = archive.resolveSibling("aside.jsa");
        Path jar = archive.resolveSibling("obsenv-helper.jar");
        FileTime made = Files.getLastModifiedTime(jar);
        try {
            Files.move(archive, aside);
            requireRollBack("without an archive");
            Files.writeString(archive, "no archive\n".repeat(10_000));
            requireRollBack("with a spoilt archive");
            Files.copy(aside, archive, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            assertThat(sourceOfMain()).as("with an archive of another jar").contains("obsenv-helper.jar");
            requireRollBack("with an archive of another jar");
        } finally {
            Files.setLastModifiedTime(jar, made);
            Files.move(aside, archive, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Security row 15: whoever runs as the account cannot have code of his loaded by a verb that somebody else started. */
    @Test
    void cannotBeAttachedTo() {
        try (Running verb = waiting(site.words(site.observer(), Verb.ROLLBACK))) {
            Ran ran = attach(helper(verb));

            assertThat(ran.exit()).isNotZero();
            assertThat(ran.complaint()).contains("AttachNotSupportedException");
            verb.say(REST);
            assertThat(verb.exit()).isZero();
        }
        site.follow();
        try (Running open =
                waiting(site.program("rollback", "--site", site.siteFile().toString()))) {
            assertThat(attach(helper(open)).output())
                    .as("the same program without the option")
                    .contains("OpenJDK");
        }
    }

    private void requireRollBack(String when) {
        site.follow();
        assertThat(site.run(site.observer(), Verb.ROLLBACK)).as(when).isInstanceOf(Outcome.Switched.class);
    }

    /** The files that a waiting verb has in its memory. */
    private String mapped() throws Exception {
        site.follow();
        try (Running verb = waiting(site.words(site.observer(), Verb.ROLLBACK))) {
            String maps =
                    Files.readString(Path.of("/proc", Long.toString(helper(verb).pid()), "maps"));
            verb.say(REST);
            assertThat(verb.exit()).isZero();
            return maps;
        }
    }

    /** Where a JVM says that it takes our main class from, started as a verb starts it but for its silence. */
    private String sourceOfMain() {
        String jars = archive.resolveSibling("obsenv-helper.jar") + ":" + archive.resolveSibling("snakeyaml.jar");
        Ran ran = site.asAccount()
                .runs(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xlog:class+load",
                        "-XX:SharedArchiveFile=" + archive,
                        "-cp",
                        jars,
                        "org.obsenv.helper.Main");
        return ran.output()
                .lines()
                .filter(line -> line.contains(" org.obsenv.helper.Main source:"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ran));
    }

    private Running waiting(List<String> command) {
        Running running = Running.of(site.directory(), command);
        running.begin(BEGUN);
        return running;
    }

    private ProcessHandle helper(Running running) {
        ProcessHandle helper = running.awaitProgram(
                "java", "org.obsenv.helper.Main rollback", site.siteFile().toString());
        running.awaitThread(helper, "request");
        return helper;
    }

    private Ran attach(ProcessHandle helper) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return site.asAccount().runs(jcmd, Long.toString(helper.pid()), "VM.version");
    }
}
