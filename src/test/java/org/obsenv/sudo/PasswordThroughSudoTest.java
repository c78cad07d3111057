package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.fixture.Person;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.Typist;
import org.obsenv.fixture.VirtualScreen;

/**
 * {@code signoff.password: ask}, as it is in production: the real sudo starts the installed program, whose window comes up
 * on a real X server, and somebody types into it.
 */
@Tag("root")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordThroughSudoTest {
    private static final String RIGHT = "dome7quartz9lyra";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final SudoSite site = SudoSite.create();
    private final VirtualScreen screen = VirtualScreen.of(WIDTH, HEIGHT);
    private final Person lead = site.signers().named("lead1");

    @TempDir
    Path directory;

    @BeforeAll
    void askForPasswords() {
        List<String> install = new ArrayList<>(site.installer("install.sh"));
        install.addAll(List.of("--password", "ask"));
        Ran.of(install).orFail("install.sh --password ask");
        Ran.of(List.of("chpasswd"), Map.of(), (lead.name() + ":" + RIGHT + "\n").getBytes(StandardCharsets.US_ASCII))
                .orFail("chpasswd");
    }

    @AfterAll
    void end() {
        screen.close();
        site.close();
    }

    @Test
    void whatIsTypedIntoTheWindowSignsAndNobodyButSudoGetsIt() throws Exception {
        Path memory = directory.resolve("memory.hprof");
        Process typist = typist();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(typist.getInputStream(), StandardCharsets.US_ASCII));
        CompletableFuture<Ran> proposing =
                CompletableFuture.supplyAsync(() -> propose("w_2026_45", Map.of(), "window", memory.toString()));
        typist.getOutputStream().write(("hold " + RIGHT + "\n").getBytes(StandardCharsets.US_ASCII));
        typist.getOutputStream().flush();
        assertThat(said.readLine()).as("rows of the window").isNotNull();
        assertThat(said.readLine()).isEqualTo("held");
        assertThat(processesOf(lead.name())).anyMatch(each -> each.contains("org.obsenv.app.askpass.Main"));
        assertThat(saidOfProcesses()).noneMatch(each -> each.contains(RIGHT));

        typist.getOutputStream().write("go on\n".getBytes(StandardCharsets.US_ASCII));
        typist.getOutputStream().close();
        Ran ran = proposing.join();

        assertThat(ran.output()).as(ran.complaint()).startsWith("Recorded[document=w_2026_45-1");
        assertThat(ran.output() + ran.complaint()).doesNotContain(RIGHT);
        assertThat(holds(memory, lead.name()))
                .as("the look into the memory finds what is there")
                .isTrue();
        assertThat(holds(memory, RIGHT)).isFalse();
        assertThat(Ran.of(List.of("grep", "-rlF", RIGHT, site.directory().toString(), "/var/log", "/run"))
                        .output())
                .isEmpty();
    }

    @Test
    void eachActAsksAnew() throws Exception {
        for (String tag : List.of("w_2026_40", "w_2026_41")) {
            assertThat(typing("window", tag, RIGHT).ran().output()).startsWith("Recorded[document=" + tag + "-1");
        }
    }

    @Test
    void aWrongOneIsSaidToBeWrongAndTheThirdWritesNothing() throws Exception {
        Typed typed = typing("window", "w_2026_46", "dome", "dome", "dome");

        assertThat(typed.ran().output()).isEqualTo("Refused[refusal=WRONG_PASSWORD, facts={verb=signoff}]\n");
        assertThat(typed.rows().get(1))
                .as("a line more")
                .isGreaterThan(typed.rows().get(0));
        assertThat(site.store().resolve("candidates/w_2026_46-1.yaml")).doesNotExist();
    }

    @Test
    void cancellingWritesNothingAlsoBehindAWrongOne() throws Exception {
        assertThat(typing("window", "w_2026_47", "escape").ran().output())
                .isEqualTo("Refused[refusal=NO_PASSWORD, facts={verb=signoff}]\n");
        assertThat(typing("window", "w_2026_47", "dome", "escape").ran().output())
                .isEqualTo("Refused[refusal=NO_PASSWORD, facts={verb=signoff}]\n");
        assertThat(site.store().resolve("candidates/w_2026_47-1.yaml")).doesNotExist();
    }

    /** sudo itself would start it, asked to or not, where there is no terminal. */
    @Test
    void aProgramOfTheCallersEnvironmentIsNeverStarted() throws Exception {
        Path started = site.directoryOf("started", lead.name(), "rwxr-xr-x");
        Path hostile = site.directory().resolve("hostile");
        Files.writeString(hostile, "#!/bin/sh\n>" + started + "/it\necho " + RIGHT + "\n");
        Ran.must("chmod", "755", hostile.toString());
        Map<String, String> environment = Map.of("SUDO_ASKPASS", hostile.toString());

        Ran plain = Ran.of(
                lead.command(
                        "setsid",
                        "-w",
                        "sudo",
                        "-u",
                        site.signers().ledger(),
                        site.signOffVerb().toString()),
                Map.of("SUDO_ASKPASS", hostile.toString(), "DISPLAY", screen.display()),
                new byte[0]);
        assertThat(started.resolve("it")).as(plain.complaint()).exists();
        Files.delete(started.resolve("it"));

        Ran terminal = propose("w_2026_48", environment, "terminal");
        assertThat(terminal.output())
                .startsWith("Refused[refusal=NOT_PERMITTED")
                .contains("a terminal is required");
        CompletableFuture<Ran> window =
                CompletableFuture.supplyAsync(() -> propose("w_2026_48", environment, "window"));
        type("escape");
        assertThat(window.join().output()).startsWith("Refused[refusal=NO_PASSWORD");
        assertThat(started).isEmptyDirectory();
        Files.delete(hostile);
    }

    @Test
    void withoutADisplayItSaysSo() throws Exception {
        Ran ran = propose("w_2026_49", Map.of("DISPLAY", ""), "window");

        assertThat(ran.output())
                .startsWith("Unheard[reason=NOT_STARTED")
                .contains("the window for the password could not be opened: there is no display");
    }

    private record Typed(Ran ran, List<Integer> rows) {}

    private Typed typing(String how, String tag, String... lines) throws Exception {
        CompletableFuture<Ran> proposing = CompletableFuture.supplyAsync(() -> propose(tag, Map.of(), how));
        List<Integer> rows = type(lines);
        return new Typed(proposing.join(), rows);
    }

    private List<Integer> type(String... lines) throws Exception {
        Process typist = typist();
        try (var input = typist.getOutputStream()) {
            input.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        String said = new String(typist.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(typist.waitFor()).isZero();
        return said.lines().map(Integer::valueOf).toList();
    }

    private Process typist() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Typist.class.getName(),
                        "" + WIDTH,
                        "" + HEIGHT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DISPLAY", screen.display());
        return builder.start();
    }

    private Ran propose(String tag, Map<String, String> more, String... words) {
        try {
            Path file = directory.resolve(tag + ".yaml");
            Files.writeString(file, site.siteTextOf(lead) + "  password: ask\n");
            Map<String, String> environment = new java.util.HashMap<>(Map.of("DISPLAY", screen.display()));
            environment.putAll(more);
            List<String> command = new ArrayList<>(List.of("setsid", "-w", java(), "-cp"));
            command.addAll(
                    List.of(System.getProperty("java.class.path"), Proposing.class.getName(), file.toString(), tag));
            command.addAll(List.of(words));
            return Ran.of(command, environment, new byte[0]);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> processesOf(String name) {
        return Ran.must("ps", "-o", "args=", "-u", name).lines().toList();
    }

    /** The words and the environment of every process there is. */
    private static List<String> saidOfProcesses() throws IOException {
        List<String> all = new ArrayList<>();
        for (File each :
                Path.of("/proc").toFile().listFiles(file -> file.getName().matches("[0-9]+"))) {
            for (String name : List.of("cmdline", "environ")) {
                try {
                    all.add(Files.readString(each.toPath().resolve(name), StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    // It ended meanwhile.
                }
            }
        }
        return all;
    }

    /** In either of the forms in which Java keeps a text. */
    private static boolean holds(Path memory, String text) throws IOException {
        byte[] all = Files.readAllBytes(memory);
        String bytes = new String(all, StandardCharsets.ISO_8859_1);
        return Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .map(charset -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))
                .anyMatch(bytes::contains);
    }
}
