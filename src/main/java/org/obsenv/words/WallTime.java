package org.obsenv.words;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A time as a person types it: by a zone's clock, such as {@code 2026-12-02 13:00}, or an instant. */
public sealed interface WallTime {
    record At(Instant instant) implements WallTime {}

    /** What is wrong with it, in words. */
    record Unusable(String problem) implements WallTime {}

    /** A time that the zone's clock skips or has twice is refused: nobody is to guess which hour was meant. */
    static WallTime parse(String text, ZoneId zone) {
        String typed = text.strip().replace(' ', 'T');
        try {
            return new At(Instant.parse(typed));
        } catch (DateTimeException notAnInstant) {
            try {
                return at(LocalDateTime.parse(typed), zone);
            } catch (DateTimeException e) {
                return unusable("walltime.none", text, zone);
            }
        }
    }

    private static WallTime at(LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return switch (offsets.size()) {
            case 0 -> unusable("walltime.skipped", time.toString(), zone);
            case 1 -> new At(time.toInstant(offsets.getFirst()));
            default -> unusable("walltime.twice", time.toString(), zone);
        };
    }

    private static Unusable unusable(String key, String text, ZoneId zone) {
        return new Unusable(Words.of("windows").text(key, "found", Visible.of(text), "zone", zone.getId()));
    }
}
