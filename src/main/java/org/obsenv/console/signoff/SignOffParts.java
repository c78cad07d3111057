package org.obsenv.console.signoff;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.comparison.ImageComparison;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.LedgerReader;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.protocol.SignOffGateway;

/**
 * What the sign-off page is made of, on a site that has one.
 *
 * @param images where the tags' images are looked up; empty where the site names no source
 * @param windows when an image may be recommended
 * @param comparison what a candidate replaces, and what changed between the two
 */
public record SignOffParts(
        Policy policy,
        LedgerReader ledger,
        SignOffGateway gateway,
        Optional<SiteImages> images,
        List<WindowRule> windows,
        ImageComparison comparison) {
    public SignOffParts {
        windows = List.copyOf(windows);
    }
}
