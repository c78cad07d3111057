package org.obsenv.cli;

import java.util.Optional;
import org.obsenv.domain.GenerationId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A generation as people say it, {@code 38}, or as its directory is called, {@code 000038}. */
final class Generations implements ITypeConverter<GenerationId> {
    private static final int DIGITS = 6;

    @Override
    public GenerationId convert(String typed) {
        String padded = "0".repeat(Math.max(0, DIGITS - typed.length())) + typed;
        Optional<GenerationId> id = GenerationId.parse(padded);
        return id.orElseThrow(
                () -> new TypeConversionException(Texts.words().text("usage.no-generation", "found", typed)));
    }
}
