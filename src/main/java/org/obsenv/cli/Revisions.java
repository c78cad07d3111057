package org.obsenv.cli;

import java.util.Optional;
import org.obsenv.domain.PackageName;
import org.obsenv.protocol.Deployed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code ts_wep=tickets/DM-51100}. */
final class Revisions implements ITypeConverter<Deployed> {
    @Override
    public Deployed convert(String text) {
        int at = text.indexOf('=');
        if (at < 1 || at == text.length() - 1 || !PackageName.isValid(text.substring(0, at))) {
            throw new TypeConversionException(Texts.words().text("usage.no-revision", "found", text));
        }
        return new Deployed(new PackageName(text.substring(0, at)), text.substring(at + 1), Optional.empty());
    }
}
