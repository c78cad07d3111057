package org.obsenv.console;

import java.util.logging.Logger;

/**
 * JavaFX warns at every start from the class path, which is how this program is started on purpose. Only that one
 * warning is dropped: everything else it has to say is worth reading.
 */
public final class QuietToolkit {
    // Held here: the logging system keeps loggers weakly, and the filter would go with it.
    private static final Logger LOGGER = Logger.getLogger("javafx");

    private QuietToolkit() {}

    /** Call before the toolkit starts. */
    public static void install() {
        LOGGER.setFilter(
                each -> each.getMessage() == null || !each.getMessage().startsWith("Unsupported JavaFX configuration"));
    }
}
