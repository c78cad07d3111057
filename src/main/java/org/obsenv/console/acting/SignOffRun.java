package org.obsenv.console.acting;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.protocol.SignOffGateway;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.words.Endings;
import org.obsenv.words.Explanation;
import org.obsenv.words.Words;

/** Asks for one act at a time and believes its end only when the store shows it. Lives on the FX thread. */
public final class SignOffRun {
    /** Somebody else's act in between is no reason to ask the person again, a few times. */
    private static final int TRIES = 5;

    private final SignOffGateway gateway;
    private final BackgroundRunner runner;
    private final Words words;
    private final Endings endings = new Endings();
    private final String workstation;
    private final Runnable readAgain;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Ended>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Pending> pending = Optional.empty();

    /** How an act ended. */
    public record Ended(boolean good, String title, String text) {}

    /** What was asked and is not done with; {@code answer} once there is one that the store must explain. */
    private record Pending(SignOffTask task, int tries, Optional<Outcome> answer) {
        Pending answered(Outcome outcome) {
            return new Pending(task, tries, Optional.of(outcome));
        }
    }

    /**
     * @param words of the bundle {@code signoff}
     * @param readAgain has the store read; what it shows comes back through {@link #seen}
     */
    public SignOffRun(
            SignOffGateway gateway, BackgroundRunner runner, Words words, String workstation, Runnable readAgain) {
        this.gateway = gateway;
        this.runner = runner;
        this.words = words;
        this.workstation = workstation;
        this.readAgain = readAgain;
    }

    public void start(SignOffTask task) {
        if (!busy.get()) {
            busy.set(true);
            ending.set(Optional.empty());
            send(new Pending(task, 1, Optional.empty()));
        }
    }

    private void send(Pending now) {
        pending = Optional.of(now);
        runner.run(
                Lane.SIGN_OFF,
                () -> gateway.run(new SignOffRequest(now.task().ask(), Optional.of(workstation))),
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
    public void seen(LedgerReading reading) {
        if (pending.isEmpty() || pending.get().answer().isEmpty()) {
            return;
        }
        Pending now = pending.get();
        Outcome answer = now.answer().get();
        if (answer instanceof Outcome.Recorded recorded) {
            confirm(recorded, now.task().done(reading, recorded));
            return;
        }
        Optional<SignOffTask> again = now.task().again(reading);
        if (again.isPresent()) {
            send(new Pending(again.get(), now.tries() + 1, Optional.empty()));
        } else {
            finish(answer);
        }
    }

    private void confirm(Outcome.Recorded recorded, Optional<String> shown) {
        busy.set(false);
        pending = Optional.empty();
        ending.set(Optional.of(shown.map(title -> new Ended(true, title, String.join(" ", recorded.notes())))
                .orElseGet(() -> new Ended(
                        false,
                        words.text("ending.unseen", "what", ""),
                        endings.explain(recorded).paragraph()))));
    }

    private void finish(Outcome outcome) {
        Explanation said = endings.explain(outcome, Map.of("verb", SignOffRequestDocument.VERB));
        busy.set(false);
        pending = Optional.empty();
        ending.set(Optional.of(new Ended(false, said.what(), said.unchanged() + " " + said.next())));
        readAgain.run();
    }

    public void dismiss() {
        ending.set(Optional.empty());
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Ended>> endingProperty() {
        return ending.getReadOnlyProperty();
    }
}
