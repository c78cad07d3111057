package org.obsenv.cli;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.Expiry;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** When it is meant to end; it only reminds. */
final class UntilOption {
    @Option(names = "--until", paramLabel = "TIME", converter = Converter.class)
    @Nullable
    Instant until;

    Optional<Instant> given() {
        return Optional.ofNullable(until);
    }

    static final class Converter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return Expiry.parse(text, Instant.now())
                    .orElseThrow(
                            () -> new TypeConversionException(Texts.words().text("usage.no-until", "found", text)));
        }
    }
}
