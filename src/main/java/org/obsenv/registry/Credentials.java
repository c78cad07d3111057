package org.obsenv.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/** How this side shows who it is to a registry. Never printed: {@code toString} keeps the secret. */
public sealed interface Credentials {
    /** The value of an {@code Authorization} header for whoever asks; empty for nobody in particular. */
    Optional<String> header();

    /** Nobody in particular. */
    record Anonymous() implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }
    }

    record Basic(String user, String password) implements Credentials {
        @Override
        public Optional<String> header() {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Basic[" + user + "]";
        }
    }

    /** A token that was made for this purpose, shown as it is. */
    record Token(String value) implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.of("Bearer " + value);
        }

        @Override
        public String toString() {
            return "Token";
        }
    }

    /** Reads a file of {@code user} and {@code password}, or of {@code token}. */
    static Credentials read(Path file) throws IOException, YamlProblem {
        Fields fields = StrictYaml.mapping(file.toString(), RegularFile.read(file, StrictYaml.SMALL), StrictYaml.SMALL);
        Credentials credentials;
        if (fields.has("token")) {
            credentials = new Token(fields.value("token", "a token without blanks", Credentials::visible));
        } else {
            credentials = new Basic(
                    fields.value("user", "a user's name without a colon", text -> Optional.of(text)
                            .filter(each -> !each.contains(":"))),
                    fields.text("password"));
        }
        fields.end();
        return credentials;
    }

    /** What stands in a header must not end it. */
    private static Optional<String> visible(String text) {
        return Optional.of(text).filter(each -> each.chars().allMatch(c -> c > ' ' && c <= '~'));
    }
}
