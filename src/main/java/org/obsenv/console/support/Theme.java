package org.obsenv.console.support;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Locale;

/** How the console looks. Red is for dark-adapted eyes: every colour of it is a shade of red. */
public enum Theme {
    DARK,
    LIGHT,
    RED;

    /** The one after this, round and round. */
    public Theme next() {
        return switch (this) {
            case DARK -> LIGHT;
            case LIGHT -> RED;
            case RED -> DARK;
        };
    }

    /** Lower case, as in the bundle and in file names. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sheet that replaces JavaFX's own. */
    public String userAgentSheet() {
        return switch (this) {
            case DARK, RED -> new PrimerDark().getUserAgentStylesheet();
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
        };
    }

    /** Our sheets over it: the colours of this theme, then the shapes that all share. */
    public List<String> sheets() {
        return List.of(asset("themes/" + written() + ".css"), asset("themes/console.css"));
    }

    private static String asset(String path) {
        URL url = Theme.class.getResource("/org/obsenv/assets/" + path);
        if (url == null) {
            throw new IllegalStateException("not in the build: " + path);
        }
        return url.toExternalForm();
    }
}
