package org.obsenv.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.content.PackageList;
import org.obsenv.domain.content.PackageListProblem;
import org.obsenv.domain.content.PackageListText;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.words.IoWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Attaches the list of an image's packages to its candidate. */
@Command(sortOptions = false)
final class PackagesCommand extends OnCandidateCommand {
    @Parameters(index = "1", paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--source", paramLabel = "TEXT")
    @Nullable
    String source;

    PackagesCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    @Override
    Deed deed(LedgerAccess ledger) throws LedgerAccess.Unusable {
        PackageList packages = read();
        if (!packages.isAttachable()) {
            throw new LedgerAccess.Unusable(
                    ExitCodes.USAGE,
                    words.text(
                            "signoff.packages.too-long",
                            "file",
                            file,
                            "n",
                            packages.size(),
                            "bytes",
                            packages.written(),
                            "most",
                            PackageList.LONGEST_WRITTEN));
        }
        String named = Optional.ofNullable(source).orElseGet(() -> String.valueOf(file.getFileName()));
        screen.out()
                .println(words.text(
                        "signoff.packages.read", "file", screen.foreign(file.toString()), "n", packages.size()));
        return new Deed.PackagesListed(named, packages);
    }

    private PackageList read() throws LedgerAccess.Unusable {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(PackageListText.LONGEST + 1);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return PackageListText.parse(file.toString(), text);
        } catch (CharacterCodingException e) {
            throw unusable(words.text("signoff.packages.no-text", "file", file));
        } catch (IOException e) {
            throw unusable(words.text("signoff.packages.unreadable", "file", file, "problem", IoWords.of(e)));
        } catch (PackageListProblem e) {
            throw unusable(e.told());
        }
    }

    private LedgerAccess.Unusable unusable(String problem) {
        return new LedgerAccess.Unusable(ExitCodes.USAGE, words.text("signoff.packages.unusable", "problem", problem));
    }
}
