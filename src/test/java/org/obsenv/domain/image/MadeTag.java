package org.obsenv.domain.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A tag made from numbers, which knows its place in the order by those numbers and not by its text.
 *
 * @param key type, version, cycle, its build, RSP build; -1 where there is none
 * @param text what is left, in its order: what follows, architecture; all of a tag that is no image
 * @param spelled the tag, with as many zeros before its numbers as the chance gave
 */
record MadeTag(List<Integer> key, List<String> text, String spelled) {
    /** As the order is to be: numbers as numbers, then texts. */
    static final Comparator<MadeTag> BY_NUMBERS = (one, other) -> {
        int byKey = Arrays.compare(
                one.key.stream().mapToInt(Integer::intValue).toArray(),
                other.key.stream().mapToInt(Integer::intValue).toArray());
        return byKey != 0 ? byKey : Arrays.compare(one.text.toArray(new String[0]), other.text.toArray(new String[0]));
    };

    /** Types stand one after the other. */
    static final List<ImageType> TYPES = List.of(
            ImageType.RELEASE,
            ImageType.CANDIDATE,
            ImageType.WEEKLY,
            ImageType.DAILY,
            ImageType.EXPERIMENTAL,
            ImageType.ALIAS,
            ImageType.UNKNOWN);

    private static final List<String> STRANGE =
            List.of("sal_0044", "w_2025_53", "d_2026_02_30", "r17", "W_2026_22", "x9", "x10");

    ImageTag tag() {
        return ImageTag.parse(spelled);
    }

    /** The same image in other zeros. */
    MadeTag respelled(Random random) {
        return key.size() == 1 ? this : made(key, text, random);
    }

    /** Of small numbers, so that many are alike in part. */
    static MadeTag random(Random random) {
        ImageType type = TYPES.get(random.nextInt(TYPES.size()));
        return switch (type) {
            case EXPERIMENTAL -> {
                MadeTag of = random(random);
                List<Integer> key = new ArrayList<>(List.of(TYPES.indexOf(ImageType.EXPERIMENTAL)));
                key.addAll(of.key());
                yield of.spelled().isEmpty() || of.spelled().length() > 100
                        ? random(random)
                        : new MadeTag(key, of.text(), "exp_" + of.spelled());
            }
            case ALIAS -> alias(random);
            case UNKNOWN -> {
                String text = STRANGE.get(random.nextInt(STRANGE.size()));
                yield new MadeTag(List.of(TYPES.indexOf(type)), List.of(text), text);
            }
            case RELEASE, CANDIDATE, WEEKLY, DAILY -> numbered(type, random);
        };
    }

    private static MadeTag alias(Random random) {
        String name = List.of("recommended", "latest", "latest_weekly").get(random.nextInt(3));
        return new MadeTag(List.of(TYPES.indexOf(ImageType.ALIAS)), List.of(name), name);
    }

    private static MadeTag numbered(ImageType type, Random random) {
        List<Integer> version =
                switch (type) {
                    case WEEKLY -> List.of(2024 + random.nextInt(3), 1 + random.nextInt(12), 0, 0);
                    case DAILY -> List.of(2024 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(12), 0);
                    default ->
                        List.of(
                                9 + random.nextInt(3),
                                random.nextInt(3),
                                random.nextInt(12),
                                type == ImageType.CANDIDATE ? 1 + random.nextInt(12) : 0);
                };
        boolean hasCycle = random.nextInt(3) == 0;
        List<Integer> key = List.of(
                TYPES.indexOf(type),
                version.get(0),
                version.get(1),
                version.get(2),
                version.get(3),
                hasCycle ? 43 + random.nextInt(3) : -1,
                hasCycle ? 6 + random.nextInt(6) : -1,
                random.nextInt(3) == 0 ? 8 + random.nextInt(5) : -1);
        List<String> text = List.of(
                random.nextInt(4) == 0 ? "hotfix" : "",
                random.nextInt(4) == 0 ? List.of("amd64", "arm64").get(random.nextInt(2)) : "");
        return made(key, text, random);
    }

    private static MadeTag made(List<Integer> key, List<String> text, Random random) {
        if (key.getFirst() == TYPES.indexOf(ImageType.EXPERIMENTAL)) {
            MadeTag of = made(key.subList(1, key.size()), text, random);
            return new MadeTag(key, text, "exp_" + of.spelled());
        }
        ImageType type = TYPES.get(key.getFirst());
        String version =
                switch (type) {
                    case WEEKLY -> "w_" + key.get(1) + "_" + two(key.get(2), random);
                    case DAILY -> "d_" + key.get(1) + "_" + two(key.get(2), random) + "_" + two(key.get(3), random);
                    case RELEASE, CANDIDATE ->
                        "r"
                                + zeros(key.get(1), random)
                                + "_"
                                + zeros(key.get(2), random)
                                + "_"
                                + zeros(key.get(3), random)
                                + (type == ImageType.CANDIDATE ? "_rc" + zeros(key.get(4), random) : "");
                    case EXPERIMENTAL, ALIAS, UNKNOWN -> text.getFirst();
                };
        if (key.size() == 1) {
            return new MadeTag(key, text, version);
        }
        return new MadeTag(
                key,
                text,
                version
                        + (key.get(5) < 0 ? "" : "_c" + zeros(key.get(5), random) + "." + zeros(key.get(6), random))
                        + (key.get(7) < 0 ? "" : "_rsp" + zeros(key.get(7), random))
                        + (text.get(0).isEmpty() ? "" : "_" + text.get(0))
                        + (text.get(1).isEmpty() ? "" : "-" + text.get(1)));
    }

    private static String zeros(int number, Random random) {
        return "0".repeat(random.nextInt(3)) + number;
    }

    private static String two(int number, Random random) {
        return number < 10 && random.nextBoolean() ? "0" + number : Integer.toString(number);
    }
}
