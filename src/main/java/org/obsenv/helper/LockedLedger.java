package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Refusal;
import org.obsenv.ledger.LedgerPaths;
import org.obsenv.site.SignOffSite;
import org.obsenv.site.Site;

/** The site's store of sign-offs, opened and held for one short work at a time. */
final class LockedLedger {
    /** How long another act may hold the store before it is taken for stopped. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Site site;
    private final SignOffSite rules;
    private final LedgerPaths paths;
    private final TrustedPath trusted;
    private final Caller caller;
    private final String host;
    private final InstantSource clock;

    /**
     * @param host the workstation it was asked from
     * @throws RefusedException when the site has no sign-offs
     */
    LockedLedger(Site site, TrustedPath trusted, Caller caller, String host, InstantSource clock)
            throws RefusedException {
        this.site = site;
        this.rules = site.signOff()
                .orElseThrow(() -> new RefusedException(Refusal.NO_SIGN_OFF, Map.of("site", site.name())));
        this.paths = new LedgerPaths(rules.store());
        this.trusted = trusted;
        this.caller = caller;
        this.host = host;
        this.clock = clock;
    }

    LedgerPaths paths() {
        return paths;
    }

    /** What is done while nobody else can write. */
    interface Work<T> {
        T on(HeldLedger held) throws IOException, RefusedException;
    }

    <T> T hold(Work<T> work) throws IOException, RefusedException {
        try {
            prepare();
            try (LockFile lock = LockFile.takeUnlessAtWork(paths.lock(), PATIENCE)) {
                return work.on(new HeldLedger(
                        rules.policy(),
                        site.windows(),
                        LedgerStore.open(paths, rules.key()),
                        caller.account(),
                        host,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            }
        } catch (IOException e) {
            throw named(e);
        }
    }

    /** Makes the directories, once they are found to be nobody else's. */
    void prepare() throws IOException, RefusedException {
        trusted.require(paths.candidates());
        trusted.require(paths.privateKey());
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

    /** What the disk says in the words of a refusal, where there are some. */
    private IOException named(IOException problem) throws RefusedException {
        if (isFull(problem)) {
            throw new RefusedException(
                    Refusal.NO_ROOM, Map.of("store", paths.store().toString(), "problem", reason(problem)));
        }
        if (reason(problem).equals("Read-only file system")) {
            throw new RefusedException(
                    Refusal.READ_ONLY, Map.of("root", paths.store().toString(), "host", host));
        }
        return problem;
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
