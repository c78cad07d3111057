package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.obsenv.domain.Refusal;
import org.obsenv.site.Site;
import org.obsenv.yaml.YamlProblem;

/**
 * A site file that nobody else could have written, and how strictly further paths are looked at.
 *
 * @param trusted strict unless the verb was started directly, on a site that says so
 */
record TrustedSite(Site site, SiteText text, TrustedPath trusted) {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private interface Reading {
        Site of(SiteText text, TrustedPath trusted) throws YamlProblem;
    }

    static TrustedSite open(Path file) throws IOException, RefusedException {
        return open(file, (text, trusted) -> text.whole());
    }

    /** For a verb that asks for no package: they may be left unread. */
    static TrustedSite openForSwitch(Path file) throws IOException, RefusedException {
        return open(file, SiteText::forSwitch);
    }

    private static TrustedSite open(Path file, Reading reading) throws IOException, RefusedException {
        TrustedPath trusted = isThroughSudo() ? TrustedPath.strict() : TrustedPath.ofCaller();
        trusted.require(file);
        SiteText text;
        Site site;
        try {
            text = SiteText.of(file);
            site = reading.of(text, trusted);
        } catch (YamlProblem e) {
            throw new RefusedException(Refusal.BAD_SITE, Map.of("problem", e.told()));
        }
        if (!site.launch().isDirect()) {
            trusted = TrustedPath.strict();
            trusted.require(file);
        }
        return new TrustedSite(site, text, trusted);
    }

    static boolean isThroughSudo() {
        return System.getenv("SUDO_UID") != null || System.getenv("SUDO_USER") != null;
    }

    /** The name of the machine this runs on. */
    static String host() {
        // Not by way of InetAddress: that asks the name service, and a roll back waits for no network.
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            return "unknown host";
        }
    }
}
