package org.obsenv.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.obsenv.console.support.Theme;

/** Photographs the screen where the console's window is, in every theme and size. Not used on the FX thread. */
final class Photographer {
    /** A window's size, in the toolkit's units: at 200 % each is two pixels. */
    record Size(int width, int height) {
        /** From this height on a window opens the worst package's detail by itself. */
        private static final int ROOMY = 860;

        boolean isRoomy() {
            return height >= ROOMY;
        }
    }

    private record Frame(Theme theme, Size size) {
        String name(String state) {
            return "%s-%s-%dx%d".formatted(state, theme.written(), size.width(), size.height());
        }
    }

    private static final List<Frame> FRAMES = List.of(new Size(1280, 720), new Size(1600, 1000)).stream()
            .flatMap(size -> Arrays.stream(Theme.values()).map(theme -> new Frame(theme, size)))
            .toList();

    /** Enough for a change to be laid out, and for what it changed in turn. */
    private static final int PULSES = 8;

    private static final int PATIENCE = 50;

    /** Where the header has nothing but its ground, which is another in every theme. */
    private static final int CORNER = 3;

    /** What the picture before showed in its corner. */
    private record Shown(Theme theme, int corner) {}

    private Optional<Shown> before = Optional.empty();
    private final Path directory;
    private final String suffix;
    private final List<String> wanted;
    private final List<CompletableFuture<Void>> saved = new ArrayList<>();

    /**
     * @param suffix the end of each name, before ".png"
     * @param wanted parts of names, such as {@code csc|deploy}: only pictures whose names hold one of each are taken
     */
    Photographer(Path directory, String suffix, List<String> wanted) {
        this.directory = directory;
        this.suffix = suffix;
        this.wanted = List.copyOf(wanted);
    }

    boolean wants(String state) {
        return FRAMES.stream().anyMatch(frame -> wants(state, frame));
    }

    private boolean wants(String state, Frame frame) {
        String name = frame.name(state) + suffix;
        return wanted.stream().allMatch(part -> Arrays.stream(part.split("\\|")).anyMatch(name::contains));
    }

    /**
     * Takes the pictures of a state.
     *
     * @param before what is done just before each, once the window has its size
     * @param after what is done just after each
     */
    void take(String state, ConsoleAtWork console, Consumer<Size> before, Runnable after) {
        for (Frame each : FRAMES) {
            if (wants(state, each)) {
                console.dress(each.theme(), each.size());
                before.accept(each.size());
                save(drawn(console.stage(), each), each.name(state) + suffix + ".png");
                after.run();
            }
        }
    }

    /** On a machine at work the screen may lag behind: what still shows the theme before is not what was asked for. */
    private WritableImage drawn(Stage stage, Frame frame) {
        WritableImage picture = capture(stage, frame.size());
        for (int tries = 0; lags(frame, picture); tries++) {
            if (tries > PATIENCE) {
                throw new IllegalStateException("the screen does not take the theme " + frame.theme());
            }
            picture = capture(stage, frame.size());
        }
        before = Optional.of(new Shown(frame.theme(), corner(picture)));
        return picture;
    }

    private boolean lags(Frame frame, WritableImage picture) {
        return before.filter(shown -> shown.theme() != frame.theme() && shown.corner() == corner(picture))
                .isPresent();
    }

    private static int corner(WritableImage picture) {
        return picture.getPixelReader().getArgb(CORNER, CORNER);
    }

    private static WritableImage capture(Stage stage, Size size) {
        // Away from the window, so that nothing is lit by the pointer.
        ConsoleAtWork.onFx(() -> new Robot().mouseMove(3839, 2399));
        pulses(stage.getScene());
        return ConsoleAtWork.ask(
                () -> new Robot().getScreenCapture(null, new Rectangle2D(0, 0, size.width(), size.height()), false));
    }

    /** Waits until the window was laid out and drawn some times. */
    private static void pulses(Scene scene) {
        CountDownLatch left = new CountDownLatch(PULSES);
        Runnable count = () -> {
            left.countDown();
            Platform.requestNextPulse();
        };
        ConsoleAtWork.onFx(() -> {
            scene.addPostLayoutPulseListener(count);
            Platform.requestNextPulse();
        });
        try {
            left.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        ConsoleAtWork.onFx(() -> scene.removePostLayoutPulseListener(count));
    }

    /** In the background: to compress a picture takes as long as to bring about the next. */
    private void save(WritableImage image, String name) {
        saved.add(CompletableFuture.runAsync(() -> {
            try {
                ImageIO.write(
                        SwingFXUtils.fromFXImage(image, null),
                        "png",
                        directory.resolve(name).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Waits until all pictures are on the disk; tells how many. */
    int finish() {
        saved.forEach(CompletableFuture::join);
        return saved.size();
    }
}
