package org.obsenv.domain.content;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The packages of an image, or its labels: what each is called, and which version of it, as it was written.
 *
 * @param versions sorted by name, capitals or not
 */
public record PackageList(SortedMap<String, String> versions) {
    /** The most bytes of a list that is attached to a candidate: a request has 64 KiB, with room for the rest of it. */
    public static final int LONGEST_WRITTEN = 56 * 1024;

    /** What stands around a name and its version where they are written, at most. */
    private static final int AROUND = 16;

    private static final int LONGEST_TOKEN = 300;
    private static final Pattern TOKEN = Pattern.compile("[!-~&&[^\"\\\\]]+");
    private static final Comparator<String> BY_NAME =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    public PackageList {
        SortedMap<String, String> sorted = new TreeMap<>(BY_NAME);
        sorted.putAll(versions);
        versions = Collections.unmodifiableSortedMap(sorted);
    }

    public static PackageList of(Map<String, String> versions) {
        SortedMap<String, String> sorted = new TreeMap<>(BY_NAME);
        sorted.putAll(versions);
        return new PackageList(sorted);
    }

    public int size() {
        return versions.size();
    }

    /** How many bytes it takes where it is written, at most. */
    public int written() {
        return versions.entrySet().stream()
                .mapToInt(each -> each.getKey().length() + each.getValue().length() + AROUND)
                .sum();
    }

    /** Whether it can be attached to a candidate: neither empty nor too long, and of names and versions alone. */
    public boolean isAttachable() {
        return !versions.isEmpty()
                && written() <= LONGEST_WRITTEN
                && versions.entrySet().stream().allMatch(each -> isToken(each.getKey()) && isToken(each.getValue()));
    }

    /** Whether that can be a package's name or version: of printable ASCII, without blanks and quotes. */
    public static boolean isToken(String text) {
        return text.length() <= LONGEST_TOKEN && TOKEN.matcher(text).matches();
    }
}
