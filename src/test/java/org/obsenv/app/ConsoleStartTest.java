package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.fixture.VirtualScreen;
import org.obsenv.protocol.Verb;

/** The console as a person starts it: its own launcher, a process of its own, the toolkit's own window under X. */
class ConsoleStartTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    @TempDir
    Path directory;

    private Ran start(List<String> arguments, Map<String, String> variables) {
        return Ran.of(
                Stream.concat(
                                Stream.of(Path.of("packaging/obsenv-console")
                                        .toAbsolutePath()
                                        .toString()),
                                arguments.stream())
                        .toList(),
                variables,
                new byte[0]);
    }

    @Test
    void aCleanStartShowsTheWindowAndPrintsNothing() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        Path picture = directory.resolve("console.png");
        Ran ran;
        try (VirtualScreen screen = VirtualScreen.of(WIDTH, HEIGHT)) {
            ran = start(
                    List.of("--site", environment.siteFile().toString(), "--snapshot", picture.toString()),
                    Map.of("DISPLAY", screen.display(), "HOME", directory.toString()));
        }
        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        assertThat(colours(ImageIO.read(picture.toFile())))
                .as("the window as drawn: its background, and the primary action of a package that differs")
                .contains(0x0e1318, 0xe0a23c);
    }

    private static Set<Integer> colours(BufferedImage image) {
        assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(WIDTH, HEIGHT));
        return IntStream.range(0, WIDTH * HEIGHT)
                .mapToObj(i -> image.getRGB(i % WIDTH, i / WIDTH) & 0xffffff)
                .collect(Collectors.toSet());
    }

    @Test
    void aSiteFileThatIsWrongIsNamedAndNoWindowOpens() throws Exception {
        Path site = Files.writeString(directory.resolve("site.yaml"), "name: Summit\ntier: holiday\n");
        Ran ran = start(List.of("--site", site.toString()), Map.of("HOME", directory.toString()));
        assertThat(ran).isEqualTo(new Ran(3, "", """
                        The console was not started, because the site file cannot be used.
                          %s, line 1, key environment: missing; expected a mapping
                        Nothing was changed. Mend that line, or name another file with --site.
                        """.formatted(site)));
    }

    @Test
    void whereOnlyWaylandIsThereIsSaidWhatIsMissing() {
        List<String> asking = List.of("sh", "-c", "unset DISPLAY; . packaging/display.sh; has_display");
        Ran wayland = Ran.of(asking, Map.of("WAYLAND_DISPLAY", "wayland-0"), new byte[0]);
        assertThat(wayland.exit()).isEqualTo(1);
        assertThat(wayland.complaint()).contains("Wayland only", "JavaFX needs X11", "start XWayland");
        Ran neither = Ran.of(List.of("sh", "-c", "unset DISPLAY WAYLAND_DISPLAY; . packaging/display.sh; has_display"));
        assertThat(neither).isEqualTo(new Ran(1, "", ""));
        Ran both = Ran.of(
                List.of("sh", "-c", ". packaging/display.sh; has_display"),
                Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0"),
                new byte[0]);
        assertThat(both).isEqualTo(new Ran(0, "", ""));
    }
}
