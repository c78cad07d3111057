package org.obsenv.console.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The faces that come with the console. One that cannot be loaded leaves the system's in its place. */
public final class Fonts {
    /** What the design's sizes are relative to: the size of a usual desktop font. */
    private static final double USUAL_SIZE = 13;

    private static final double ROOT_SIZE = 14;

    private static final List<String> FILES = List.of(
            "InterTabular-Regular.otf",
            "InterTabular-Medium.otf",
            "InterTabular-SemiBold.otf",
            "InterTabular-Bold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-SemiBold.ttf");

    private Fonts() {}

    /** Makes the faces known to JavaFX; call once the toolkit runs. Returns the families found. */
    public static List<String> load() {
        return FILES.stream().map(Fonts::family).toList();
    }

    /** The root's font size in pixels: the design's, scaled as the system's own font is. */
    public static double rootSize() {
        double scaled = ROOT_SIZE * Font.getDefault().getSize() / USUAL_SIZE;
        return Math.clamp(scaled, 10, 40);
    }

    private static String family(String file) {
        try (InputStream stream = Fonts.class.getResourceAsStream("/org/obsenv/assets/fonts/" + file)) {
            Font font = stream == null ? null : Font.loadFont(stream, ROOT_SIZE);
            return font == null ? "" : font.getFamily();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
