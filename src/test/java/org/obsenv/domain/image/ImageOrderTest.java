package org.obsenv.domain.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImageOrderTest {
    private static final Comparator<ImageTag> ORDER = ImageTag.ORDER;

    @Test
    void sortsByVersionThenCycleThenItsBuildThenRspBuild() {
        assertSorted("r23_0_0_rc1", "r23_0_0_rc9", "r23_0_0_rc10", "r23_1_0_rc1", "r100_0_0_rc1");
        assertSorted("r170", "r23_0_0", "r23_0_9", "r23_0_10", "r23_0_10_rsp9", "r23_0_10_rsp10");
        assertSorted(
                "w_2025_52",
                "w_2026_07",
                "w_2026_7-amd64",
                "w_2026_7_rsp12",
                "w_2026_7_c0044.007",
                "w_2026_7_c0044.007_rsp3",
                "w_2026_07_c0044.010",
                "w_2026_7_c0045.001",
                "w_2026_08",
                "w_2026_10");
        assertSorted("d_2026_06_29", "d_2026_06_30", "d_2026_07_01", "d_2027_01_01");
        assertSorted("exp_w_2026_9", "exp_w_2026_10");
    }

    @Test
    void twoSpellingsOfOneImageAreEqual() {
        assertThat(ORDER.compare(ImageTag.parse("w_2026_7"), ImageTag.parse("w_2026_07")))
                .isZero();
        assertThat(ORDER.compare(ImageTag.parse("w_2026_7_c0044.007"), ImageTag.parse("w_2026_7_c44.7")))
                .isZero();
    }

    @Test
    void whatIsNoImageHasAPlaceToo() {
        assertSorted("r23_0_0", "w_2026_7", "exp_w_2026_7", "latest", "recommended", "recommended_c0044", "sal", "x1");
    }

    private static void assertSorted(String... tags) {
        List<ImageTag> sorted = List.of(tags).stream().map(ImageTag::parse).toList();
        List<ImageTag> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(ORDER);
        assertThat(shuffled).isEqualTo(sorted);
    }
}
