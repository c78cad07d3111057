package org.obsenv.helper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Verb;
import org.obsenv.site.Site;
import org.obsenv.yaml.YamlProblem;

/** Starts a verb that works on the environment. */
record EnvironmentStart(Verb verb) implements VerbStart {
    @Override
    public Reporter toPerson(PrintStream out) {
        return verb == Verb.SYNC && isTimers()
                ? new NewsReporter(out, InstantSource.system(), false)
                : new PersonReporter(out, verb);
    }

    /** Started by the first process, as systemd's timer does: what nobody reads would fill the log every 20 s. */
    private static boolean isTimers() {
        return ProcessHandle.current()
                .parent()
                .filter(parent -> parent.pid() == 1)
                .isPresent();
    }

    @Override
    public boolean needsRequest() {
        return verb.mustBeAsked();
    }

    @Override
    public Outcome run(Path siteFile, Optional<byte[]> document, Reporter reporter)
            throws IOException, RefusedException {
        TrustedSite opened = verb.isSwitch() ? TrustedSite.openForSwitch(siteFile) : TrustedSite.open(siteFile);
        Site site = opened.site();
        reporter.site(site);
        Caller caller = new CallerProof(System.getenv(), Path.of("/proc")).prove(site, verb);
        Request request = request(document);
        requireRoot(site, opened.trusted());
        Act act = new Act(site, opened.text(), request, caller, TrustedSite.host(), InstantSource.system(), reporter);
        try {
            return work(document.isPresent() || TrustedSite.isThroughSudo()).run(act);
        } catch (FileSystemException e) {
            if ("Read-only file system".equals(e.getReason())) {
                throw new RefusedException(
                        Refusal.READ_ONLY, Map.of("root", site.root().toString(), "host", act.host()));
            }
            throw e;
        }
    }

    /** {@code isAsked}: by a person, not by the timer. */
    private VerbAct work(boolean isAsked) {
        return switch (verb) {
            case ROLLBACK -> new RollbackVerb();
            case RESUME -> new ResumeVerb();
            case SWITCH -> new SwitchVerb();
            case MARK -> new MarkVerb();
            case DEPLOY -> new DeployVerb();
            case CSC -> new CscVerb();
            case ACKNOWLEDGE -> new AcknowledgeVerb();
            case PRUNE -> new PruneVerb();
            case ADOPT -> new AdoptVerb();
            case SETUP -> new SetupVerb();
            case SYNC -> new SyncVerb(isAsked);
            case SET_BASE -> new SetBaseVerb();
            case REVIEW_BASE -> new ReviewBaseVerb();
        };
    }

    private Request request(Optional<byte[]> document) throws RefusedException {
        if (document.isEmpty()) {
            return Request.plain(verb);
        }
        try {
            return RequestDocument.parse(verb, document.get());
        } catch (YamlProblem e) {
            throw new RefusedException(Refusal.BAD_REQUEST, Map.of("problem", e.told()));
        }
    }

    private void requireRoot(Site site, TrustedPath trusted) throws RefusedException {
        LayoutPaths paths = new LayoutPaths(site.root());
        for (Path path : List.of(
                paths.root(),
                paths.inner(),
                paths.generations(),
                paths.journal(),
                paths.locks(),
                paths.ready(),
                paths.marks(),
                paths.lists(),
                paths.checkouts(),
                paths.inner().resolve("repositories"))) {
            trusted.require(path);
        }
        if (verb != Verb.SETUP && verb != Verb.ADOPT && !Files.isDirectory(paths.inner())) {
            throw new RefusedException(
                    Refusal.NOT_SET_UP, Map.of("root", paths.root().toString()));
        }
    }
}
