package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Verb;
import org.obsenv.site.Site;

/**
 * Proves who asked. Through sudo: the parent is sudo run by root, and {@code SUDO_UID} resolves to {@code SUDO_USER}.
 * Started directly: the account this process runs as, on a site that says so.
 */
final class CallerProof {
    /** Accounts may live in a directory service that does not answer. */
    private static final Duration NAME_SERVICE = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final Path proc;

    /** {@code proc} is {@code /proc}; a test gives another. */
    CallerProof(Map<String, String> environment, Path proc) {
        this.environment = environment;
        this.proc = proc;
    }

    Caller prove(Site site, Verb verb) throws IOException, RefusedException {
        return prove(site, site.accounts().environment(), verb == Verb.SYNC);
    }

    /** Who asked for an act in the ledger, which another account writes and no timer does. */
    Caller proveOfLedger(Site site) throws IOException, RefusedException {
        return prove(site, site.accounts().ledger(), false);
    }

    private Caller prove(Site site, String wanted, boolean byTimer) throws IOException, RefusedException {
        String account = Files.getOwner(proc.resolve("self")).getName();
        if (site.launch().isDirect()) {
            return new Caller(account);
        }
        if (!account.equals(wanted)) {
            throw notThroughSudo("it runs as " + account + ", not as " + wanted);
        }
        @Nullable String uid = environment.get("SUDO_UID");
        @Nullable String user = environment.get("SUDO_USER");
        if (uid == null && user == null && byTimer) {
            return new Caller(account); // the timer: the account itself, and it claims to be nobody else
        }
        if (uid == null || user == null) {
            throw notThroughSudo("SUDO_UID and SUDO_USER are not set");
        }
        if (!uid.matches("[0-9]{1,10}")) {
            throw notThroughSudo("SUDO_UID is not a number");
        }
        proveParent(uid);
        if (!user.equals(nameOf(uid))) {
            throw notThroughSudo("SUDO_UID and SUDO_USER do not name the same account");
        }
        return new Caller(user);
    }

    /**
     * The parent must be sudo with root's rights, which nobody but root can give a process. Its real user id stays
     * that of whoever called it (0 where a sudo gives that up), so that a SUDO_UID put in between is found out.
     */
    private void proveParent(String uid) throws IOException, RefusedException {
        String parent = field(Files.readAllLines(proc.resolve("self/status")), "PPid:");
        List<String> status = Files.readAllLines(proc.resolve(parent).resolve("status"));
        List<String> ids = List.of(field(status, "Uid:").split("\\s+"));
        boolean isRoot = ids.size() == 4 && ids.subList(1, 4).equals(List.of("0", "0", "0"));
        // The whole line: a name may begin or end with blanks.
        if (!status.contains("Name:\tsudo") || !isRoot) {
            throw notThroughSudo("its parent is not sudo run by root");
        }
        if (!ids.getFirst().equals(uid) && !ids.getFirst().equals("0")) {
            throw notThroughSudo("sudo was called by user id " + ids.getFirst() + ", but SUDO_UID is " + uid);
        }
    }

    private static String field(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).trim())
                .findFirst()
                .orElse("");
    }

    /** The account's name from the system's own list; the JDK has no call for it. */
    private static String nameOf(String uid) throws IOException, RefusedException {
        ProgramRun.Ended getent =
                ProgramRun.run(List.of("/usr/bin/getent", "passwd", uid), Path.of("/"), Map.of(), NAME_SERVICE);
        if (getent.exit() != 0) {
            throw notThroughSudo("SUDO_UID names no account");
        }
        String line = getent.text();
        return line.split(":", 2)[0];
    }

    private static RefusedException notThroughSudo(String problem) {
        return new RefusedException(Refusal.NOT_THROUGH_SUDO, Map.of("problem", problem));
    }
}
