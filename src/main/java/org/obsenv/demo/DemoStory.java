package org.obsenv.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.ledger.DirectoryLedgerReader;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;

/**
 * What was done about the demo's images before a newcomer comes, each of it by the real verb: one image is recommended,
 * one was taken back, one fails its checks, and one needs the newcomer's sign-off.
 */
record DemoStory(Path store, DemoImages images, Verb verb) {
    private static final String RECOMMENDED = "w_2026_38";
    private static final String BEFORE = "w_2026_30";

    /** How long the session in which the image was recommended goes on: as long as it takes to write two acts. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** Runs {@code signoff} with a request. */
    interface Verb {
        void run(byte[] request) throws IOException;
    }

    private interface Part {
        void tell() throws IOException;
    }

    void tell() throws IOException {
        // Alone, for it makes the store.
        propose(RECOMMENDED, "needed for the autumn campaign", Optional.of(BEFORE));
        // Most of the time goes into starting the verb, once an act.
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> parts = new ArrayList<>();
            for (Part each : List.<Part>of(this::recommended, this::others)) {
                parts.add(() -> {
                    each.tell();
                    return true;
                });
            }
            for (Future<Boolean> each : two.invokeAll(parts)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void recommended() throws IOException {
        climb(RECOMMENDED, "DM-50117");
        for (DemoSignOff.Chair each : DemoSignOff.CHAIRS) {
            act(RECOMMENDED, new Deed.Acknowledged(each.id(), Optional.empty(), Optional.empty()));
        }
        for (String each : DemoSignOff.DEPLOYMENTS) {
            act(RECOMMENDED, new Deed.Pulled(each));
        }
        Instant now = images.clock().instant();
        ask(new Ask.OnWindows(
                ledger().windows().revision(),
                new WindowChange.Added("Patch Thursday", now.minus(Duration.ofHours(2)), now.plus(REST))));
        move(new TagMove.Promote(Optional.of(images.image(BEFORE))));
        images.move(DemoImages.RECOMMENDED, images.image(RECOMMENDED));
        move(new TagMove.Verify());
    }

    private void others() throws IOException {
        propose("w_2026_41", "newer butler", Optional.empty());
        act("w_2026_41", new Deed.Withdrew(1, Optional.of("w_2026_43 has it too")));
        propose("w_2026_43", "astropy 7 and numpy 2.3", Optional.empty());
        act("w_2026_43", new Deed.MeetingHeld("rsp", true, Optional.empty()));
        check("w_2026_43", "tutorial-notebooks", "data-int", Deed.CheckResult.PASSED, Optional.empty());
        check(
                "w_2026_43",
                "system-test",
                "data-int",
                Deed.CheckResult.FAILED,
                Optional.of("https://example.org/mobu/system-test"));
        propose("w_2026_45", "new middleware, needed for DP2 tutorials", Optional.of(RECOMMENDED));
        climb("w_2026_45", "DM-51902");
    }

    /** Everything before the sign-off. */
    private void climb(String tag, String ticket) throws IOException {
        act(tag, new Deed.MeetingHeld("rsp", true, Optional.empty()));
        act(tag, new Deed.MeetingHeld("coordination", true, Optional.empty()));
        for (String repository : DemoSignOff.REPOSITORIES) {
            for (String deployment : DemoSignOff.DEPLOYMENTS) {
                check(tag, repository, deployment, Deed.CheckResult.PASSED, Optional.empty());
            }
        }
        act(tag, new Deed.TicketOpened(ticket));
    }

    private void check(
            String tag, String repository, String deployment, Deed.CheckResult result, Optional<String> evidence)
            throws IOException {
        act(tag, new Deed.Checked(new Policy.Cell(repository, deployment), result, evidence));
    }

    private void propose(String tag, String reason, Optional<String> replaces) throws IOException {
        ask(new Ask.Propose(tag, images.image(tag), new Deed.Proposed(reason, replaces)));
    }

    private void act(String tag, Deed deed) throws IOException {
        CandidateReading reading = candidate(tag);
        ask(new Ask.OnCandidate(reading.candidate().id(), reading.revision(), images.image(tag), deed));
    }

    private void move(TagMove move) throws IOException {
        CandidateReading reading = candidate(RECOMMENDED);
        Digest image = images.image(RECOMMENDED);
        ask(new Ask.MoveTag(reading.candidate().id(), reading.revision(), image, move));
    }

    private CandidateReading candidate(String tag) throws IOException {
        return ledger().candidates().stream()
                .filter(each -> each.candidate().tag().text().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IOException("the demo's candidate " + tag + " is not in " + store));
    }

    private LedgerReading ledger() throws IOException {
        return new DirectoryLedgerReader(store, Optional.empty(), Seen.nothing())
                .read()
                .found()
                .orElseThrow(() -> new IOException("the demo's sign-offs cannot be read: " + store));
    }

    private void ask(Ask ask) throws IOException {
        verb.run(SignOffRequestDocument.write(new SignOffRequest(ask, Optional.empty())));
    }
}
