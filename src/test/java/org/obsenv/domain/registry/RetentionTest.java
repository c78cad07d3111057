package org.obsenv.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Digest;

class RetentionTest {
    private static final Digest ONE = new Digest("sha256:" + "1".repeat(64));
    private static final Digest TWO = new Digest("sha256:" + "2".repeat(64));

    @Test
    void warnsOfAWeeklyAndADailyNearTheirEndAndOfNoRelease() {
        ImageTag weekly = ImageTag.parse("w_2026_22"); // of Thursday 2026-05-28
        assertThat(Retention.USUAL.end(weekly)).contains(LocalDate.parse("2027-11-28"));
        assertThat(Retention.USUAL.daysLeft(weekly, LocalDate.parse("2027-11-19")))
                .contains(9L);
        assertThat(Retention.USUAL.daysLeft(weekly, LocalDate.parse("2027-11-28")))
                .contains(0L);
        assertThat(Retention.USUAL.daysLeft(weekly, LocalDate.parse("2027-10-28")))
                .isEmpty();
        assertThat(Retention.USUAL.end(ImageTag.parse("d_2026_06_30"))).contains(LocalDate.parse("2026-07-30"));
        assertThat(Retention.USUAL.end(ImageTag.parse("r29_2_0_rsp2697"))).isEmpty();
        assertThat(Retention.USUAL.end(ImageTag.parse("recommended"))).isEmpty();
    }

    @Test
    void namesTheImageBehindAnAliasByItsDigest() {
        Map<ImageTag, Digest> known = new LinkedHashMap<>();
        known.put(ImageTag.parse("recommended"), ONE);
        known.put(ImageTag.parse("exp_w_2026_22_try"), ONE);
        known.put(ImageTag.parse("d_2026_06_30"), ONE);
        known.put(ImageTag.parse("w_2026_22"), ONE);
        known.put(ImageTag.parse("w_2026_23"), TWO);

        assertThat(AliasMeaning.of(ONE, known)).isEqualTo(Optional.of(ImageTag.parse("w_2026_22")));
        known.put(ImageTag.parse("r170"), ONE);
        assertThat(AliasMeaning.of(ONE, known)).isEqualTo(Optional.of(ImageTag.parse("r170")));
        assertThat(AliasMeaning.of(new Digest("sha256:" + "3".repeat(64)), known))
                .isEmpty();
    }
}
