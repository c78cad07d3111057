package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.VirtualScreen;

/** One of the pictures is taken, so that the program that takes all of them keeps working. */
class ScreenshotsTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    @TempDir
    Path directory;

    @Test
    void photographsTheRunningConsoleInTheStateThatWasBroughtAbout() throws Exception {
        Path programs = Files.createDirectory(directory.resolve("programs"));
        Path pictures = directory.resolve("pictures");
        try (VirtualScreen screen = VirtualScreen.of(WIDTH, HEIGHT)) {
            Ran.of(
                            command(programs, pictures),
                            Map.of("DISPLAY", screen.display(), "PATH", programs + ":" + System.getenv("PATH")),
                            new byte[0])
                    .orFail("the photographing program");
        }
        try (Stream<Path> taken = Files.list(pictures)) {
            assertThat(taken).containsExactly(pictures.resolve("counting-red-1280x720.png"));
        }
        BufferedImage picture =
                ImageIO.read(pictures.resolve("counting-red-1280x720.png").toFile());
        assertThat(List.of(picture.getWidth(), picture.getHeight())).isEqualTo(List.of(WIDTH, HEIGHT));
        assertThat(IntStream.range(0, WIDTH * HEIGHT).map(i -> picture.getRGB(i % WIDTH, i / WIDTH) & 0xffffff))
                .as("shades of red, and not one alone")
                .allMatch(colour -> (colour & 0xffff) == 0)
                .anyMatch(colour -> colour > 0xc00000)
                .anyMatch(colour -> colour < 0x400000);
    }

    private List<String> command(Path programs, Path pictures) {
        // Monocle is the toolkit of the other tests and has no screen.
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.contains("openjfx-monocle"))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dprism.order=sw",
                "-Duser.home=" + directory,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                "org.obsenv.app.Screenshots",
                directory.resolve("demo").toString(),
                programs.toString(),
                pictures.toString(),
                "all",
                "",
                "counting-red-1280");
    }
}
