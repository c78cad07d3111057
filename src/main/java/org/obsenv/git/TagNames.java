package org.obsenv.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** The tags on each commit, annotated or not, the highest first. */
final class TagNames {
    private static final String TAGS = "refs/tags/";

    /** As the helper spells the names that it gives to hot-fixes. */
    private static final String HOT_FIX = "hotfix/";

    private static final Comparator<String> HIGHEST_FIRST = ((Comparator<String>) TagNames::compare).reversed();

    private final Map<AnyObjectId, List<String>> names = new HashMap<>();

    private TagNames() {}

    static TagNames of(Repository repository) throws IOException {
        TagNames tags = new TagNames();
        for (Ref each : repository.getRefDatabase().getRefsByPrefix(TAGS)) {
            Ref peeled = repository.getRefDatabase().peel(each);
            ObjectId commit = Optional.ofNullable(peeled.getPeeledObjectId()).orElseGet(peeled::getObjectId);
            tags.names
                    .computeIfAbsent(commit, key -> new ArrayList<>())
                    .add(each.getName().substring(TAGS.length()));
        }
        tags.names.values().forEach(each -> each.sort(HIGHEST_FIRST));
        return tags;
    }

    List<String> on(AnyObjectId commit) {
        return names.getOrDefault(commit, List.of());
    }

    /** The highest name that is not one of a hot-fix. */
    Optional<String> release(AnyObjectId commit) {
        return on(commit).stream().filter(each -> !each.startsWith(HOT_FIX)).findFirst();
    }

    /** Numbers as numbers: v0.10 after v0.9. A number's leading zeros count only where nothing else differs. */
    static int compare(String left, String right) {
        int l = 0;
        int r = 0;
        while (l < left.length() && r < right.length()) {
            if (isDigit(left.charAt(l)) && isDigit(right.charAt(r))) {
                String leftNumber = number(left, l);
                String rightNumber = number(right, r);
                String leftValue = withoutZeros(leftNumber);
                String rightValue = withoutZeros(rightNumber);
                int order = leftValue.length() == rightValue.length()
                        ? leftValue.compareTo(rightValue)
                        : Integer.compare(leftValue.length(), rightValue.length());
                if (order != 0) {
                    return order;
                }
                l += leftNumber.length();
                r += rightNumber.length();
            } else if (left.charAt(l) != right.charAt(r)) {
                return Character.compare(left.charAt(l), right.charAt(r));
            } else {
                l++;
                r++;
            }
        }
        int rest = Integer.compare(left.length() - l, right.length() - r);
        return rest == 0 ? left.compareTo(right) : rest;
    }

    private static String number(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static String withoutZeros(String number) {
        int from = 0;
        while (from < number.length() - 1 && number.charAt(from) == '0') {
            from++;
        }
        return number.substring(from);
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }
}
