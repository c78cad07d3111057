package org.obsenv.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.obsenv.console.reading.Sight;

/** A picture of the window, taken once the environment was looked at. */
final class Picture {
    /** The details that follow the first look (commits, a diff) come in the background within this time. */
    private static final Duration DETAILS = Duration.seconds(2);

    private static final int LIMIT_SECONDS = 60;

    private final CompletableFuture<WritableImage> taken = new CompletableFuture<>();

    /** On the FX thread: arranges for the picture to be taken. */
    void takeAfterFirstLook(Scene scene, ObservableValue<Sight> sight) {
        sight.subscribe(seen -> {
            if (!(seen instanceof Sight.NotYet) && !taken.isDone()) {
                PauseTransition pause = new PauseTransition(DETAILS);
                pause.setOnFinished(event -> taken.complete(scene.snapshot(null)));
                pause.play();
            }
        });
    }

    /** Off the FX thread: waits for the picture and saves it as PNG. */
    void save(Path file) throws IOException, InterruptedException {
        try {
            WritableImage image = taken.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the environment was not looked at in time, so there is no picture", e);
        }
    }
}
