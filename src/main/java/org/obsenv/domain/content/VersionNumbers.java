package org.obsenv.domain.content;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from their numbers which of two versions is the newer; what has no order in every scheme is left unclear. */
final class VersionNumbers {
    private static final Pattern VERSION =
            Pattern.compile("(?:(?<epoch>\\d+)[:!])?[vr]?(?<release>\\d+(?:[._]\\d+)*)(?<rest>.*)");

    /** Before the release: {@code a1}, {@code -beta.2}, {@code rc3}, {@code .dev4}; behind it: {@code .post1}. */
    private static final Pattern STAGE =
            Pattern.compile("[-_.]?(?<stage>dev|alpha|a|beta|b|rc|post)[-_.]?(?<number>\\d*)");

    private static final List<String> STAGES = List.of("dev", "alpha", "a", "beta", "b", "rc", "", "post");

    private VersionNumbers() {}

    static PackageChange.Direction direction(String from, String to) {
        Matcher one = VERSION.matcher(from);
        Matcher other = VERSION.matcher(to);
        if (!one.matches() || !other.matches()) {
            return PackageChange.Direction.UNCLEAR;
        }
        int order = compare(epoch(one), epoch(other));
        order = order != 0 ? order : compare(one.group("release"), other.group("release"));
        order = order != 0 ? order : stages(one.group("rest"), other.group("rest"));
        return order == 0
                ? PackageChange.Direction.UNCLEAR
                : order < 0 ? PackageChange.Direction.UP : PackageChange.Direction.DOWN;
    }

    private static String epoch(Matcher version) {
        return version.group("epoch") == null ? "0" : version.group("epoch");
    }

    private static int compare(String one, String other) {
        List<BigInteger> left = numbers(one);
        List<BigInteger> right = numbers(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            BigInteger a = i < left.size() ? left.get(i) : BigInteger.ZERO;
            BigInteger b = i < right.size() ? right.get(i) : BigInteger.ZERO;
            if (!a.equals(b)) {
                return a.compareTo(b);
            }
        }
        return 0;
    }

    private static List<BigInteger> numbers(String dotted) {
        return Arrays.stream(dotted.split("[._]")).map(BigInteger::new).toList();
    }

    /** 0 where either has something behind its numbers that is no stage of a release. */
    private static int stages(String one, String other) {
        Matcher left = STAGE.matcher(one);
        Matcher right = STAGE.matcher(other);
        if ((!one.isEmpty() && !left.matches()) || (!other.isEmpty() && !right.matches())) {
            return 0;
        }
        int byStage = Integer.compare(place(one, left), place(other, right));
        return byStage != 0 || one.isEmpty() ? byStage : compare(number(left), number(right));
    }

    private static int place(String rest, Matcher stage) {
        String word = rest.isEmpty() ? "" : stage.group("stage");
        return STAGES.indexOf(word.equals("a") ? "alpha" : word.equals("b") ? "beta" : word);
    }

    private static String number(Matcher stage) {
        return stage.group("number").isEmpty() ? "0" : stage.group("number");
    }
}
