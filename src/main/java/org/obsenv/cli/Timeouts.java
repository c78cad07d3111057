package org.obsenv.cli;

import java.time.Duration;
import org.obsenv.site.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration as in the site file, {@code 60s} or {@code 5 min}. */
final class Timeouts implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String typed) {
        return Durations.parse(typed)
                .orElseThrow(() -> new TypeConversionException(
                        Texts.words().text("usage.no-duration", "expected", Durations.EXPECTED, "found", typed)));
    }
}
