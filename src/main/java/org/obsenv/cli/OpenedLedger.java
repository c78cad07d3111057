package org.obsenv.cli;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.signoff.LedgerReader;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.protocol.SignOffGateway;
import org.obsenv.site.Contact;

/**
 * A site's sign-offs, as a command works on them.
 *
 * @param zone the site's local time
 * @param account who runs the command, for what is hers to do; whether she may is for the verb to say
 */
public record OpenedLedger(
        ZoneId zone,
        Policy policy,
        List<WindowRule> windows,
        LedgerReader reader,
        SignOffGateway gateway,
        String account,
        InstantSource clock,
        Optional<Contact> contact) {
    public OpenedLedger {
        windows = List.copyOf(windows);
    }
}
