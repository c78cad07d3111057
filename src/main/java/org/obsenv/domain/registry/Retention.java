package org.obsenv.domain.registry;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.image.ImageType;

/**
 * How long the registry keeps images of each type; a type that is not named is kept for ever.
 *
 * @param warning how long before its end an image is warned of
 */
public record Retention(Map<ImageType, Period> kept, Period warning) {
    /** As the notebook service keeps them: dailies about a month, weeklies about a year and a half. */
    public static final Retention USUAL = new Retention(
            Map.of(ImageType.DAILY, Period.ofMonths(1), ImageType.WEEKLY, Period.ofMonths(18)), Period.ofDays(30));

    public Retention {
        kept = Map.copyOf(kept);
    }

    /** The day from which the image may be gone; empty when it stays, or when its age is not in its tag. */
    public Optional<LocalDate> end(ImageTag tag) {
        Period period = kept.get(tag.type());
        return period == null ? Optional.empty() : tag.date().map(made -> made.plus(period));
    }

    /** Days to the image's end when they are few enough to be warned of; 0 and less when it may be gone already. */
    public Optional<Long> daysLeft(ImageTag tag, LocalDate today) {
        return end(tag).filter(end -> !today.isBefore(end.minus(warning)))
                .map(end -> ChronoUnit.DAYS.between(today, end));
    }
}
