package org.obsenv.console.signoff;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.support.FileChoice;
import org.obsenv.domain.comparison.ImageComparison;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.CheckReports;
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
 * @param reports what other programs say of the notebooks they ran
 * @param files has a person point at such a report
 * @param zone whose days a designation is made by
 */
public record SignOffParts(
        Policy policy,
        LedgerReader ledger,
        SignOffGateway gateway,
        Optional<SiteImages> images,
        List<WindowRule> windows,
        ImageComparison comparison,
        CheckReports reports,
        FileChoice files,
        ZoneId zone) {
    public SignOffParts {
        windows = List.copyOf(windows);
    }
}
