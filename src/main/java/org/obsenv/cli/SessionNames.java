package org.obsenv.cli;

import java.util.stream.Collectors;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.words.Visible;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sessions on the command line: {@code 2026-12-02} or {@code extra-7}. */
final class SessionNames implements ITypeConverter<SessionName> {
    @Override
    public SessionName convert(String text) {
        return SessionName.parse(text)
                .orElseThrow(() -> new TypeConversionException(Texts.words().text("usage.no-session", "found", text)));
    }

    /** The windows there are, for whoever named another. */
    static String windows(WindowCalendar calendar) {
        return calendar.rules().stream().map(each -> Visible.of(each.name())).collect(Collectors.joining(", "));
    }
}
