package org.obsenv.hostile.history;

import java.time.Instant;
import java.util.Map;

/** A reader who resolved {@code current} once and then read every package's marker file there. */
public record Reading(Instant began, Instant ended, Sample sample) {
    /**
     * What it saw.
     *
     * @param generation the directory that {@code current} led to, as a link text ({@code generations/000039})
     * @param texts package → marker file's content; a package that could not be read is not in it
     */
    public record Sample(String generation, Map<String, String> texts) {
        public Sample {
            texts = Map.copyOf(texts);
        }
    }
}
