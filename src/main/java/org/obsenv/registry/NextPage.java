package org.obsenv.registry;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address in a {@code Link} header of relation {@code next}, RFC 8288. */
final class NextPage {
    private static final Pattern NEXT =
            Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel\\s*=\\s*\"?next\"?", Pattern.CASE_INSENSITIVE);

    private NextPage() {}

    static Optional<URI> of(URI page, String link) {
        Matcher matcher = NEXT.matcher(link);
        try {
            return matcher.find() ? Optional.of(page.resolve(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
