package org.obsenv.helper;

import java.io.IOException;
import java.time.InstantSource;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.site.Site;

/** Writes one act of a sign-off: who may is decided here, at the moment of writing, under the store's lock. */
final class SignOffVerb {
    private final Site site;
    private final TrustedPath trusted;
    private final Caller caller;
    private final String host;
    private final InstantSource clock;
    private final Reporter reporter;

    /** {@code host}: the name of the machine this runs on. */
    SignOffVerb(Site site, TrustedPath trusted, Caller caller, String host, InstantSource clock, Reporter reporter) {
        this.site = site;
        this.trusted = trusted;
        this.caller = caller;
        this.host = host;
        this.clock = clock;
        this.reporter = reporter;
    }

    Outcome run(SignOffRequest request) throws IOException, RefusedException {
        LockedLedger ledger =
                new LockedLedger(site, trusted, caller, request.host().orElse(host), clock);
        return switch (request.ask()) {
            case Ask.Write write -> ledger.hold(held -> new SignOffAct(held).run(write));
            case Ask.MoveTag move -> new TagMoves(ledger, RecommendedTag.of(site, trusted), reporter).run(move);
        };
    }
}
