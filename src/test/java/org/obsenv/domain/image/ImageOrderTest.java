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
    }

    @Test
    void isTotalAntisymmetricAndTransitive() {
        List<ImageTag> all = seeded(120);
        for (ImageTag a : all) {
            assertThat(ORDER.compare(a, a)).isZero();
            for (ImageTag b : all) {
                int ab = Integer.signum(ORDER.compare(a, b));
                assertThat(ab).as("%s, %s", a, b).isEqualTo(-Integer.signum(ORDER.compare(b, a)));
                for (ImageTag c : all) {
                    int bc = Integer.signum(ORDER.compare(b, c));
                    if (ab <= 0 && bc <= 0 && ORDER.compare(a, c) > 0) {
                        throw new AssertionError("not transitive: " + a + ", " + b + ", " + c);
                    }
                    if (ab == 0 && bc != Integer.signum(ORDER.compare(a, c))) {
                        throw new AssertionError("equal ones differ: " + a + ", " + b + ", " + c);
                    }
                }
            }
        }
    }

    private static void assertSorted(String... tags) {
        List<ImageTag> sorted = List.of(tags).stream().map(ImageTag::parse).toList();
        List<ImageTag> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(ORDER);
        assertThat(shuffled).isEqualTo(sorted);
    }

    /** Tags of small numbers, so that many are alike in part; a third has each suffix. */
    private static List<ImageTag> seeded(int count) {
        Random random = new Random(20261121);
        List<String> forms = List.of(
                "r%d_0_%d_rc%d", "r2%d_%d_%d", "r1%d%d", "w_202%d_%d", "d_202%d_0%d_1%d", "recommended_c%d", "x%d");
        List<ImageTag> tags = new ArrayList<>();
        while (tags.size() < count) {
            String form = forms.get(random.nextInt(forms.size()));
            Object[] numbers = {1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(12) % 10};
            String text = form.formatted(numbers)
                    + (random.nextInt(3) == 0 ? "_c00%d.00%d".formatted(random.nextInt(2), random.nextInt(2)) : "")
                    + (random.nextInt(3) == 0 ? "_rsp" + random.nextInt(12) : "")
                    + (random.nextInt(3) == 0 ? "_a" : "")
                    + (random.nextInt(3) == 0 ? "-amd64" : "");
            tags.add(ImageTag.parse((random.nextInt(4) == 0 ? "exp_" : "") + text));
        }
        return tags;
    }
}
