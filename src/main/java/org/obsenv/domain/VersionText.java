package org.obsenv.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version, however it is spelled: {@code 0.28.63a1} is {@code v0.28.63.alpha.1}, {@code v0.28.63-alpha.1} and
 * {@code v0.28.63a1}. Nothing else is taken to be equal: {@code 0.12} is not {@code 0.12.0}.
 *
 * @param numbers as written, with their dots
 * @param stage {@code a}, {@code b}, {@code rc} with its number; empty for a release
 */
public record VersionText(String numbers, String stage) {
    private static final Pattern FORM = Pattern.compile(
            "v?([0-9]+(?:\\.[0-9]+)*)(?:[._-]?(alpha|beta|rc|a|b)[._-]?([0-9]+))?", Pattern.CASE_INSENSITIVE);

    /** Empty for what is no such version: a weekly, a branch, a hash. */
    public static Optional<VersionText> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String stage = matcher.group(2) == null ? "" : matcher.group(2).toLowerCase(Locale.ROOT);
        return Optional.of(new VersionText(
                matcher.group(1),
                switch (stage) {
                    case "" -> "";
                    case "alpha" -> "a" + matcher.group(3);
                    case "beta" -> "b" + matcher.group(3);
                    default -> stage + matcher.group(3);
                }));
    }
}
