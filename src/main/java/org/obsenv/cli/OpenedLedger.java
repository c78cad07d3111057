package org.obsenv.cli;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.comparison.ImageComparison;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.LedgerReader;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.protocol.SignOffGateway;
import org.obsenv.site.Contact;

/**
 * A site's sign-offs, as a command works on them.
 *
 * @param zone the site's local time
 * @param images where the tags' images are looked up; empty where the site names no source
 * @param account who runs the command, for what is hers to do; whether she may is for the verb to say
 * @param comparison what a candidate replaces, and what changed between the two
 * @param releaseNotes where an image's are, with its {@code {tag}}; empty where the site names no place
 */
public record OpenedLedger(
        ZoneId zone,
        Policy policy,
        List<WindowRule> windows,
        LedgerReader reader,
        SignOffGateway gateway,
        String account,
        InstantSource clock,
        Optional<SiteImages> images,
        Optional<Contact> contact,
        ImageComparison comparison,
        Optional<String> releaseNotes) {
    public OpenedLedger {
        windows = List.copyOf(windows);
    }
}
