package org.obsenv.domain;

import java.util.regex.Pattern;

/**
 * The name of a shared package: one path component, matched whole ({@code ts_wep} is no prefix of another).
 * It becomes a directory name and a YAML key, hence the narrow alphabet.
 */
public record PackageName(String text) implements Comparable<PackageName> {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    public PackageName {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a package name: " + text);
        }
    }

    public static boolean isValid(String text) {
        return VALID.matcher(text).matches() && !text.endsWith(".git") && !text.endsWith(".lock");
    }

    @Override
    public int compareTo(PackageName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
