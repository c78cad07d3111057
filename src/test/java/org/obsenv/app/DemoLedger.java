package org.obsenv.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.fixture.Ran;
import org.obsenv.ledger.DirectoryLedgerReader;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;

/**
 * The demo's store of sign-offs and the people who write to it, by the real verb. Each has an account of her own: a mount
 * namespace in which the user who runs this has her name. An act is bound to the image that the candidate was proposed for.
 */
record DemoLedger(DemoStage demo) {
    /** Whoever runs the program. */
    static final String SELF = "";

    /** The directory and not the file: a mount on a file is gone once anybody on the machine replaces that file. */
    private static final String ALIKE = """
            mount --bind "$1" /etc && exec "$2"
            """;

    private static final String ETC = """
            mkdir -p "$1" && for each in group nsswitch.conf hosts localtime ld.so.cache ld.so.conf alternatives; do
                [ ! -e "/etc/$each" ] || cp -a "/etc/$each" "$1/"
            done
            { echo "$2:x:0:0::/:/bin/sh"; cat /etc/passwd; } >"$1/passwd"
            """;

    Path store() {
        return demo.directory().resolve("ledger");
    }

    Path document(String tag) throws IOException {
        return store().resolve("candidates").resolve(candidate(tag).candidate().id() + ".yaml");
    }

    void propose(String who, String tag, String reason, Optional<String> replaces) throws IOException {
        ask(who, new Ask.Propose(tag, demo.actions().image(tag), new Deed.Proposed(reason, replaces)));
    }

    /** A candidate whose tag means another image now. */
    void proposeAnew(String who, String tag, String reason) throws IOException {
        CandidateReading reading = candidate(tag);
        ask(
                who,
                new Ask.OnCandidate(
                        reading.candidate().id(),
                        reading.revision(),
                        demo.actions().image(tag),
                        new Deed.Proposed(reason, Optional.empty())));
    }

    void act(String who, String tag, Deed deed) throws IOException {
        CandidateReading reading = candidate(tag);
        ask(who, new Ask.OnCandidate(reading.candidate().id(), reading.revision(), image(reading), deed));
    }

    void move(String who, String tag, TagMove move) throws IOException {
        CandidateReading reading = candidate(tag);
        ask(who, new Ask.MoveTag(reading.candidate().id(), reading.revision(), image(reading), move));
    }

    void designate(String who, DesignationAct.Change change) throws IOException {
        ask(who, new Ask.OnDesignations(change));
    }

    void session(String who, WindowChange change) throws IOException {
        ask(who, new Ask.OnWindows(ledger().windows().revision(), change));
    }

    private static Digest image(CandidateReading reading) {
        return reading.candidate().image().orElseThrow();
    }

    /** The newest candidate of a tag. */
    CandidateReading candidate(String tag) throws IOException {
        return ledger().candidates().stream()
                .filter(each -> each.candidate().tag().text().equals(tag))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IOException("no candidate " + tag));
    }

    LedgerReading ledger() throws IOException {
        return new DirectoryLedgerReader(store(), Optional.empty(), Seen.nothing())
                .read()
                .found()
                .orElseThrow(() -> new IOException("cannot be read: " + store()));
    }

    private void ask(String who, Ask ask) throws IOException {
        byte[] request = SignOffRequestDocument.write(new SignOffRequest(ask, Optional.empty()));
        Ran.of(command(who), Map.of(), request).orFail("signoff as " + who + ": " + ask);
    }

    private List<String> command(String who) throws IOException {
        String verb = demo.directory()
                .resolve("verbs")
                .resolve(SignOffRequestDocument.VERB)
                .toString();
        if (who.equals(SELF)) {
            return List.of(verb);
        }
        Path etc = demo.directory().resolve("etc-" + who);
        if (!Files.exists(etc)) {
            Ran.must("sh", "-c", ETC, "sh", etc.toString(), who);
        }
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!Files.getOwner(Path.of("/proc/self")).equals(Files.getOwner(Path.of("/proc/1")))) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("sh", "-c", ALIKE, "sh", etc.toString(), verb));
        return command;
    }

    /** Everything that was done so far, to come back to. */
    void keep(String name) throws IOException {
        Path kept = demo.directory().resolve("kept-" + name);
        Ran.must("rm", "-rf", kept.toString());
        Files.createDirectories(kept);
        Ran.must("cp", "-a", store().toString(), images().toString(), kept.toString());
    }

    /** As it was kept; what this workstation has seen since is forgotten, or it would call it an older copy. */
    void restore(String name) throws IOException {
        putBack(name);
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "obsenv");
        Ran.must("sh", "-c", "rm -f \"$1\"/seen-*", "sh", cache.toString());
    }

    /** An older copy is put back, as from a backup. */
    void putBack(String name) throws IOException {
        Path kept = demo.directory().resolve("kept-" + name);
        Ran.must("rm", "-rf", store().toString());
        Ran.must(
                "cp",
                "-a",
                kept.resolve("ledger").toString(),
                kept.resolve("images.yaml").toString(),
                demo.directory().toString());
    }

    boolean isKept(String name) {
        return Files.exists(demo.directory().resolve("kept-" + name));
    }

    /** The list of images. */
    Path images() {
        return demo.directory().resolve("images.yaml");
    }
}
