package org.obsenv.words;

import java.util.List;
import java.util.Locale;

/** Numbers of bytes as people say them: {@code 1.3 GiB}. */
public final class Sizes {
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");
    private static final int STEP = 1024;

    private Sizes() {}

    public static String of(long bytes) {
        if (bytes < STEP) {
            return bytes + " bytes";
        }
        double size = bytes;
        int unit = -1;
        while (size >= STEP && unit < UNITS.size() - 1) {
            size /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, UNITS.get(unit));
    }
}
