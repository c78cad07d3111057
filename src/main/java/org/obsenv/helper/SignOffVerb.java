package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.ledger.LedgerPaths;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.site.SignOffSite;
import org.obsenv.site.Site;

/** Writes one act of a sign-off: who may is decided here, at the moment of writing, under the store's lock. */
final class SignOffVerb {
    /** How long another act may hold the store before it is taken for stopped. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Site site;
    private final TrustedPath trusted;
    private final Caller caller;
    private final String host;
    private final InstantSource clock;

    /** {@code host}: the name of the machine this runs on. */
    SignOffVerb(Site site, TrustedPath trusted, Caller caller, String host, InstantSource clock) {
        this.site = site;
        this.trusted = trusted;
        this.caller = caller;
        this.host = host;
        this.clock = clock;
    }

    Outcome run(SignOffRequest request) throws IOException, RefusedException {
        SignOffSite rules = site.signOff()
                .orElseThrow(() -> new RefusedException(Refusal.NO_SIGN_OFF, Map.of("site", site.name())));
        LedgerPaths paths = new LedgerPaths(rules.store());
        try {
            trusted.require(paths.candidates());
            trusted.require(paths.privateKey());
            make(paths);
            try (LockFile lock = LockFile.takeUnlessAtWork(paths.lock(), PATIENCE)) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                LedgerStore store = LedgerStore.open(paths, rules.key());
                SignOffAct act = new SignOffAct(
                        rules.policy(),
                        store,
                        new SessionActs(store, site.windows()),
                        caller.account(),
                        request.host().orElse(host),
                        now);
                return act.run(request.ask());
            }
        } catch (IOException e) {
            if (isFull(e)) {
                throw new RefusedException(
                        Refusal.NO_ROOM, Map.of("store", paths.store().toString(), "problem", reason(e)));
            }
            if (reason(e).equals("Read-only file system")) {
                throw new RefusedException(
                        Refusal.READ_ONLY, Map.of("root", paths.store().toString(), "host", host));
            }
            throw e;
        }
    }

    private void make(LedgerPaths paths) throws IOException, RefusedException {
        try {
            if (!Files.isDirectory(paths.store())) {
                Durable.directory(paths.store(), "rwxr-xr-x");
            }
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new RefusedException(
                    Refusal.STORE_MISSING,
                    Map.of(
                            "store",
                            paths.store().toString(),
                            "account",
                            site.accounts().ledger()));
        }
        LockFile.prepareDirectory(paths.inner());
    }

    /** What the disk says when there is no room, or none for this account. */
    private static boolean isFull(IOException problem) {
        return List.of("No space left on device", "Disk quota exceeded").contains(reason(problem));
    }

    /** The system's own words, which a write gives as the message and everything else behind the file's name. */
    private static String reason(IOException problem) {
        return problem instanceof FileSystemException file
                ? Optional.ofNullable(file.getReason()).orElse("")
                : Optional.ofNullable(problem.getMessage()).orElse("");
    }
}
