package org.obsenv.helper;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.obsenv.domain.Refusal;
import org.obsenv.registry.Credentials;
import org.obsenv.site.ImageSite;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** How the ledger's account shows itself to the registry. */
final class TagCredentials {
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private TagCredentials() {}

    /** Those that may move the tag, where the site has some: nobody else may be able to read them. */
    static Credentials of(ImageSite.Source.Registry registry, TrustedPath trusted) throws RefusedException {
        if (registry.promotion().isPresent()) {
            Path file = registry.promotion().get();
            trusted.require(file);
            requireSecret(file);
            return read(file);
        }
        return registry.credentials().isPresent() ? read(registry.credentials().get()) : new Credentials.Anonymous();
    }

    private static void requireSecret(Path file) throws RefusedException {
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file, NOFOLLOW_LINKS))) {
                throw unusable(Words.of("endings").text("credentials.open", "file", file));
            }
        } catch (IOException e) {
            throw unusable(IoWords.of(e));
        }
    }

    private static Credentials read(Path file) throws RefusedException {
        try {
            return Credentials.read(file);
        } catch (IOException e) {
            throw unusable(IoWords.of(e));
        } catch (YamlProblem e) {
            // Not what was found there: whoever asked is no reader of this file.
            throw unusable(Words.of("endings").text("credentials.malformed", "file", file, "line", e.line()));
        }
    }

    private static RefusedException unusable(String problem) {
        return new RefusedException(Refusal.CREDENTIALS_UNUSABLE, Map.of("problem", problem));
    }
}
