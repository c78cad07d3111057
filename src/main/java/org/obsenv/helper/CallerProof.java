package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Verb;
import org.obsenv.site.Site;

/**
 * Proves who asked. Through sudo: the parent is sudo run by root, and {@code SUDO_UID} resolves to {@code SUDO_USER}.
 * Started directly: the account this process runs as, on a site that says so.
 */
final class CallerProof {
    private final Map<String, String> environment;
    private final Path proc;

    /** {@code proc} is {@code /proc}; a test gives another. */
    CallerProof(Map<String, String> environment, Path proc) {
        this.environment = environment;
        this.proc = proc;
    }

    Caller prove(Site site, Verb verb) throws IOException, RefusedException {
        String account = Files.getOwner(proc.resolve("self")).getName();
        if (site.launch().isDirect()) {
            return new Caller(account);
        }
        if (!account.equals(site.accounts().environment())) {
            throw notThroughSudo(
                    "it runs as " + account + ", not as " + site.accounts().environment());
        }
        @Nullable String uid = environment.get("SUDO_UID");
        @Nullable String user = environment.get("SUDO_USER");
        if (uid == null && user == null && verb == Verb.SYNC) {
            return new Caller(account); // the timer: the account itself, and it claims to be nobody else
        }
        if (uid == null || user == null) {
            throw notThroughSudo("SUDO_UID and SUDO_USER are not set");
        }
        proveParent();
        if (!user.equals(nameOf(uid))) {
            throw notThroughSudo("SUDO_UID and SUDO_USER do not name the same account");
        }
        return new Caller(user);
    }

    /** The parent must be sudo with all its user ids 0; nobody but root can make such a process. */
    private void proveParent() throws IOException, RefusedException {
        String parent = field(Files.readAllLines(proc.resolve("self/status")), "PPid:");
        List<String> status = Files.readAllLines(proc.resolve(parent).resolve("status"));
        boolean isSudo = field(status, "Name:").equals("sudo");
        boolean isRoot = List.of(field(status, "Uid:").split("\\s+")).equals(List.of("0", "0", "0", "0"));
        if (!isSudo || !isRoot) {
            throw notThroughSudo("its parent is not sudo run by root");
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
        if (!uid.matches("[0-9]{1,10}")) {
            throw notThroughSudo("SUDO_UID is not a number");
        }
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/getent", "passwd", uid);
        builder.environment().clear();
        Process getent = builder.redirectErrorStream(true).start();
        getent.getOutputStream().close();
        String line = new String(getent.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!getent.waitFor(10, TimeUnit.SECONDS) || getent.exitValue() != 0) {
                throw notThroughSudo("SUDO_UID names no account");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return line.split(":", 2)[0];
    }

    private static RefusedException notThroughSudo(String problem) {
        return new RefusedException(Refusal.NOT_THROUGH_SUDO, Map.of("problem", problem));
    }
}
