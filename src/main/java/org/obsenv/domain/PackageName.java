package org.obsenv.domain;

import org.jspecify.annotations.Nullable;

/**
 * The name of a shared package: one path component, matched whole ({@code ts_wep} is no prefix of another).
 * It becomes a directory name and a YAML key, hence the narrow alphabet.
 */
public record PackageName(String text) implements Comparable<PackageName> {
    private static final int LONGEST = 100;

    public PackageName {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a package name: " + text);
        }
    }

    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.endsWith(".git") || text.endsWith(".lock")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean fits = isWordCharacter(each) || (i > 0 && (each == '.' || each == '-'));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordCharacter(char each) {
        return (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || (each >= '0' && each <= '9')
                || each == '_';
    }

    // Written out: what Java would make for a record at run time costs a roll back, a cold JVM, some milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageName that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
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
