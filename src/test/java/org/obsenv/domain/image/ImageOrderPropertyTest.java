package org.obsenv.domain.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of tags over made tags. Every failure names the seed, by which it comes again. */
class ImageOrderPropertyTest {
    private static final long SEED = Long.getLong("obsenv.seed", 20261121);
    private static final Comparator<ImageTag> ORDER = ImageTag.ORDER;

    private final List<MadeTag> made = made(600);

    @Test
    void everyTwoTagsStandInTheOrderOfTheirNumbers() {
        for (MadeTag a : made) {
            for (MadeTag b : made) {
                int expected = Integer.signum(MadeTag.BY_NUMBERS.compare(a, b));
                if (Integer.signum(ORDER.compare(a.tag(), b.tag())) != expected) {
                    throw new AssertionError(said("expected " + expected, a, b));
                }
            }
        }
    }

    @Test
    void isAntisymmetricAndTransitive() {
        List<ImageTag> some =
                made.stream().limit(200).map(MadeTag::tag).distinct().toList();
        for (ImageTag a : some) {
            assertThat(ORDER.compare(a, a)).as("seed %d, %s", SEED, a).isZero();
            for (ImageTag b : some) {
                int ab = Integer.signum(ORDER.compare(a, b));
                if (ab != -Integer.signum(ORDER.compare(b, a))) {
                    throw new AssertionError(said("not antisymmetric", a, b));
                }
                for (ImageTag c : some) {
                    int bc = Integer.signum(ORDER.compare(b, c));
                    int ac = Integer.signum(ORDER.compare(a, c));
                    if ((ab <= 0 && bc <= 0 && ac > 0) || (ab == 0 && ac != bc)) {
                        throw new AssertionError(said("not transitive", a, b, c));
                    }
                }
            }
        }
    }

    @Test
    void anOrderThatIsShuffledComesBack() {
        List<ImageTag> sorted = made.stream().map(MadeTag::tag).sorted(ORDER).toList();
        List<ImageTag> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(SEED));
        shuffled.sort(ORDER);

        for (int i = 0; i < sorted.size(); i++) {
            if (ORDER.compare(sorted.get(i), shuffled.get(i)) != 0) {
                throw new AssertionError(said("another order at " + i, sorted.get(i), shuffled.get(i)));
            }
        }
    }

    @Test
    void otherZerosAreTheSameImage() {
        Random random = new Random(SEED);
        for (MadeTag each : made) {
            ImageTag other = each.respelled(random).tag();
            if (ORDER.compare(each.tag(), other) != 0 || each.tag().type() != other.type()) {
                throw new AssertionError(said("not equal", each, other));
            }
        }
    }

    @Test
    void theTagsThatAreMadeAreOfEveryKind() {
        assertThat(made.stream().map(each -> each.tag().type()))
                .as("seed %d", SEED)
                .contains(ImageType.values());
        assertThat(made)
                .as("seed %d", SEED)
                .allMatch(each ->
                        MadeTag.TYPES.indexOf(each.tag().type()) == each.key().getFirst());
    }

    private static List<MadeTag> made(int count) {
        Random random = new Random(SEED);
        return Stream.concat(
                        IntStream.range(0, count).mapToObj(i -> MadeTag.random(random)),
                        Stream.of("", "ünï", "w_2026_22\n")
                                .map(text -> new MadeTag(
                                        List.of(MadeTag.TYPES.indexOf(ImageType.UNKNOWN)), List.of(text), text)))
                .toList();
    }

    private static String said(String what, Object... tags) {
        return "seed " + SEED + ": " + what + ": " + List.of(tags);
    }
}
