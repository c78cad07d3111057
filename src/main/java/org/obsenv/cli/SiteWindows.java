package org.obsenv.cli;

import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.Known;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.site.Contact;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.words.Announcement;
import org.obsenv.words.SessionTexts;
import org.obsenv.words.Visible;
import org.obsenv.yaml.YamlProblem;

/**
 * A site's windows with what was said of their sessions.
 *
 * @param site empty without one: then the windows are those that every site has until it names its own
 * @param ledger what its store shows; empty where nothing was ever signed off
 * @param opened its sign-offs; empty where the site file says nothing about them
 */
record SiteWindows(Optional<Site> site, Optional<OpenedLedger> opened, Optional<Known<LedgerReading>> ledger) {
    static SiteWindows read(Sources sources, SiteOption option) throws YamlProblem {
        if (!option.isGiven() && !Files.exists(option.file())) {
            return new SiteWindows(Optional.empty(), Optional.empty(), Optional.empty());
        }
        Site site = SiteFile.read(option.file());
        Optional<OpenedLedger> opened = site.signOff().isEmpty() ? Optional.empty() : sources.ledger(option.file());
        // A store that was never begun says nothing; one that cannot be read is another matter.
        boolean isBegun =
                site.signOff().filter(each -> Files.exists(each.store())).isPresent();
        return new SiteWindows(
                Optional.of(site),
                opened,
                isBegun ? opened.map(each -> each.reader().read()) : Optional.empty());
    }

    WindowCalendar calendar() {
        List<WindowRule> rules = site.map(Site::windows).orElse(WindowRule.DEFAULTS);
        return ledger.map(each -> each.found()
                        .map(reading -> reading.windows().calendar(rules))
                        .orElseGet(() -> new WindowCalendar(rules, List.of(), false)))
                .orElseGet(() -> new WindowCalendar(rules, List.of()));
    }

    /** Says why nothing counts as confirmed, where that is so; the result is the exit code that comes of it. */
    int tellDoubt(Screen screen) {
        Optional<String> doubt = ledger.flatMap(each -> new SessionTexts().doubt(each));
        doubt.ifPresent(text -> screen.err().println(Visible.of(text)));
        return doubt.isPresent() ? ExitCodes.UNKNOWN : ExitCodes.AT_BASE;
    }

    /** Says what was said of sessions that the site file has no more. */
    void tellAdrift(Screen screen, Instant from) {
        new SessionTexts().adrift(calendar(), from).forEach(screen.err()::println);
    }

    Announcement announcement(Instant now) {
        return new Announcement(
                site.map(Site::name).orElse("-"),
                opened.map(OpenedLedger::policy),
                ledger.orElseGet(() -> Known.unknown("-")),
                contact(),
                now);
    }

    /** The store's where there is one. */
    InstantSource clock(InstantSource other) {
        return opened.map(OpenedLedger::clock).orElse(other);
    }

    private Optional<String> contact() {
        return site.flatMap(Site::contact).map(SiteWindows::told);
    }

    private static String told(Contact contact) {
        return contact.name() + ", " + contact.phone();
    }
}
