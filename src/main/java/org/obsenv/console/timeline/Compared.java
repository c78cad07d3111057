package org.obsenv.console.timeline;

import java.util.Optional;
import org.obsenv.domain.GenerationId;

/**
 * The two that are set side by side.
 *
 * @param then the older one's generation; empty where it is not known
 * @param now the newer one's, usually what runs
 * @param since when the older one was made so, as the table shows it
 * @param isNow whether the newer one is what runs
 */
record Compared(Optional<GenerationId> then, Optional<GenerationId> now, String since, boolean isNow) {}
