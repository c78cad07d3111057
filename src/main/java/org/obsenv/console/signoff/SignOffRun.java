package org.obsenv.console.signoff;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.protocol.SignOffGateway;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.words.Endings;
import org.obsenv.words.Explanation;
import org.obsenv.words.ImageNames;
import org.obsenv.words.Words;

/** Asks for one act at a time and believes its end only when the store shows it. Lives on the FX thread. */
public final class SignOffRun {
    /** Somebody else's act in between is no reason to ask the person again, a few times. */
    private static final int TRIES = 5;

    private final SignOffGateway gateway;
    private final BackgroundRunner runner;
    private final Words words;
    private final Endings endings = new Endings();
    private final String actor;
    private final String workstation;
    private final Runnable readAgain;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Ended>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Pending> pending = Optional.empty();

    /** How an act ended. */
    public record Ended(boolean good, String title, String text) {}

    /** What was asked and is not done with; {@code answer} once there is one that the store must explain. */
    private record Pending(SignOffRequest.Ask.OnCandidate ask, Candidate about, int tries, Optional<Outcome> answer) {
        Pending answered(Outcome outcome) {
            return new Pending(ask, about, tries, Optional.of(outcome));
        }
    }

    SignOffRun(
            SignOffGateway gateway,
            BackgroundRunner runner,
            Words words,
            String actor,
            String workstation,
            Runnable readAgain) {
        this.gateway = gateway;
        this.runner = runner;
        this.words = words;
        this.actor = actor;
        this.workstation = workstation;
        this.readAgain = readAgain;
    }

    void start(SignOffRequest.Ask.OnCandidate ask, Candidate about) {
        if (!busy.get()) {
            busy.set(true);
            ending.set(Optional.empty());
            send(new Pending(ask, about, 1, Optional.empty()));
        }
    }

    private void send(Pending now) {
        pending = Optional.of(now);
        runner.run(
                Lane.SIGN_OFF,
                () -> gateway.run(new SignOffRequest(now.ask(), Optional.of(workstation))),
                outcome -> ended(now, outcome),
                bug -> ended(now, new Outcome.Unheard(Outcome.Unheard.Reason.DIED, String.valueOf(bug.getMessage()))));
    }

    private void ended(Pending asked, Outcome outcome) {
        boolean isMoved = outcome instanceof Outcome.Refused refused
                && refused.refusal() == Refusal.LEDGER_MOVED
                && asked.tries() < TRIES;
        if (outcome instanceof Outcome.Recorded || isMoved) {
            pending = Optional.of(asked.answered(outcome));
            readAgain.run();
        } else {
            finish(outcome);
        }
    }

    /** The store was read: is the act there, or may it be asked for again? */
    void seen(LedgerReading reading) {
        if (pending.isEmpty() || pending.get().answer().isEmpty()) {
            return;
        }
        Pending now = pending.get();
        Optional<CandidateReading> found = reading.find(now.ask().candidate());
        Outcome answer = now.answer().get();
        if (answer instanceof Outcome.Recorded recorded) {
            confirm(recorded, found);
        } else if (found.isPresent() && mayAskAgain(now, found.get())) {
            SignOffRequest.Ask.OnCandidate again = new SignOffRequest.Ask.OnCandidate(
                    now.ask().candidate(),
                    found.get().revision(),
                    now.ask().digest(),
                    now.ask().deed());
            send(new Pending(again, found.get().candidate(), now.tries() + 1, Optional.empty()));
        } else {
            finish(answer);
        }
    }

    /** More acts about the same image are in nobody's way; another image, or fewer acts, are for a person to look at. */
    private static boolean mayAskAgain(Pending now, CandidateReading found) {
        List<Act> before = now.about().acts();
        List<Act> after = found.candidate().acts();
        return found.isWhole()
                && found.candidate().image().equals(now.about().image())
                && after.size() > before.size()
                && after.subList(0, before.size()).equals(before);
    }

    private void confirm(Outcome.Recorded recorded, Optional<CandidateReading> found) {
        Optional<Act> act = found.flatMap(each -> each.candidate().act(recorded.act()))
                .filter(each -> each.actor().equals(actor));
        busy.set(false);
        pending = Optional.empty();
        ending.set(Optional.of(
                act.isPresent()
                        ? new Ended(
                                true,
                                words.text(
                                        "ending.done",
                                        "act",
                                        recorded.act(),
                                        "image",
                                        new ImageNames()
                                                .of(found.orElseThrow()
                                                        .candidate()
                                                        .tag())),
                                String.join(" ", recorded.notes()))
                        : new Ended(
                                false,
                                words.text("ending.unseen", "what", ""),
                                endings.explain(recorded).paragraph())));
    }

    private void finish(Outcome outcome) {
        Explanation said = endings.explain(outcome);
        busy.set(false);
        pending = Optional.empty();
        ending.set(Optional.of(new Ended(false, said.what(), said.unchanged() + " " + said.next())));
        readAgain.run();
    }

    void dismiss() {
        ending.set(Optional.empty());
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Ended>> endingProperty() {
        return ending.getReadOnlyProperty();
    }
}
