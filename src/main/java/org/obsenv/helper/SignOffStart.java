package org.obsenv.helper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.site.Site;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** Starts {@code signoff}, which works on the ledger, as another account than the environment's. */
record SignOffStart() implements VerbStart {
    @Override
    public Reporter toPerson(PrintStream out) {
        return new PersonReporter(out, SignOffRequestDocument.VERB, Site::typedSignOff);
    }

    @Override
    public boolean needsRequest() {
        return true;
    }

    @Override
    public Outcome run(Path siteFile, Optional<byte[]> document, Reporter reporter)
            throws IOException, RefusedException {
        TrustedSite opened = TrustedSite.open(siteFile);
        reporter.site(opened.site());
        Caller caller = new CallerProof(System.getenv(), Path.of("/proc")).proveOfLedger(opened.site());
        SignOffVerb verb = new SignOffVerb(
                opened.site(), opened.trusted(), caller, TrustedSite.host(), InstantSource.system(), reporter);
        return verb.run(request(document));
    }

    private static SignOffRequest request(Optional<byte[]> document) throws RefusedException {
        if (document.isEmpty()) {
            throw bad(Words.of("endings").text("signoff.no-request"));
        }
        try {
            return SignOffRequestDocument.parse(document.get());
        } catch (YamlProblem e) {
            throw bad(e.told());
        }
    }

    private static RefusedException bad(String problem) {
        return new RefusedException(Refusal.BAD_REQUEST, Map.of("problem", problem));
    }
}
