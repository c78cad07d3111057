package org.obsenv.sudo;

import java.time.Duration;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.protocol.SignOffGateway;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.site.SignOffSite;
import org.obsenv.site.Site;

/** Runs {@code signoff} by the site's launch words, as the ledger's account. */
public final class SudoSignOffGateway implements SignOffGateway {
    private final Site site;
    private final Duration silence;
    private volatile Asking asking = new Asking.AtTerminal();

    /**
     * Where the site wants a password, sudo asks at the caller's terminal.
     *
     * @param silence how long it may say nothing before its end counts as unheard; typing a password takes long
     */
    public SudoSignOffGateway(Site site, Duration silence) {
        this.site = site;
        this.silence = silence;
    }

    @Override
    public Outcome run(SignOffRequest request) {
        return process().run(SignOffRequestDocument.write(request), step -> {}, silence);
    }

    @Override
    public Permission permission() {
        return process().permission();
    }

    @Override
    public String typedCommand() {
        return site.typedSignOff();
    }

    @Override
    public void askInWindow(String theme) {
        if (site.signOff().filter(SignOffSite::asksPassword).isPresent()) {
            asking = new Asking.InWindow(site.askpass(), theme);
        }
    }

    private VerbProcess process() {
        return new VerbProcess(SignOffRequestDocument.VERB, site.signOffCommand(), site.launch(), silence, asking);
    }
}
