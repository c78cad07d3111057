package org.obsenv.console.rollback;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.obsenv.console.acting.Countdown;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;
import org.obsenv.protocol.Event;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** The button: what it offers, its countdown, and how the roll back ended. Lives on the FX thread. */
public final class RollbackViewModel {
    private final ReadingFeed feed;
    private final VerbRun verb;
    private final Countdown countdown;
    private final Duration delay;
    private final String workstation;
    private final ObjectProperty<Permission> permission =
            new SimpleObjectProperty<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<RollbackState> state;
    private final ReadOnlyObjectWrapper<Optional<Ending>> ending = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Sight> seenAtClick = new ReadOnlyObjectWrapper<>(new Sight.NotYet());
    private final ReadOnlyObjectWrapper<LateReason> lateReason = new ReadOnlyObjectWrapper<>(LateReason.NONE);
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty initials = new SimpleStringProperty("");
    private boolean dismissed;

    /**
     * @param delay between the click and the roll back
     * @param workstation this machine's name, for the journal
     */
    public RollbackViewModel(ReadingFeed feed, VerbRun verb, Ticker ticker, Duration delay, String workstation) {
        this.feed = feed;
        this.verb = verb;
        this.countdown = new Countdown(ticker);
        this.delay = delay;
        this.workstation = workstation;
        this.state = new ReadOnlyObjectWrapper<>(new RollbackState.Ready(offer()));
        feed.sightProperty().subscribe(this::renewOffer);
        permission.subscribe(this::renewOffer);
    }

    /** One click. While it counts down or runs, another does nothing. */
    public void start() {
        if (!(state.get() instanceof RollbackState.Ready(Offer offer)) || offer instanceof Offer.Blocked) {
            return;
        }
        // What she saw is what was on the screen at the click, not what came in while it counted down.
        Sight seen = feed.sight();
        Saw saw = Offers.saw(seen);
        seenAtClick.set(seen);
        verb.forget();
        dismissed = false;
        ending.set(Optional.empty());
        reason.set("");
        lateReason.set(LateReason.NONE);
        countdown.start(
                delay, seconds -> state.set(new RollbackState.CountingDown(offer, seconds)), () -> run(offer, saw));
    }

    /** Takes the click back while it counts down; later it does nothing. True when there was a click to take back. */
    public boolean cancel() {
        if (!(state.get() instanceof RollbackState.CountingDown)) {
            return false;
        }
        countdown.cancel();
        state.set(new RollbackState.Ready(offer()));
        return true;
    }

    /**
     * Gives the reason after the act. The helper finds nothing to switch and records who says why; the journal shows
     * what became of it.
     */
    public void giveReason(String text) {
        String given = text.strip();
        if (given.isEmpty() || ending.get().isEmpty()) {
            return;
        }
        lateReason.set(LateReason.SENDING);
        verb.ask(
                new Request(
                        Verb.ROLLBACK,
                        // Only a reason: if somebody resumed since, nothing may move.
                        new Saw.HeldAtBase(),
                        Optional.of(given),
                        given(initials),
                        Optional.of(workstation)),
                outcome -> reasonGiven(given, outcome));
    }

    private void reasonGiven(String text, Outcome outcome) {
        boolean heard = outcome instanceof Outcome.Refused refused && refused.refusal() == Refusal.NOTHING_TO_DO;
        ending.get().ifPresent(each -> ending.set(Optional.of(each.explained(text))));
        lateReason.set(heard ? LateReason.HANDED_OVER : LateReason.NOT_TAKEN);
    }

    /** The ending was read. What it waits for is still waited for: until then there is nothing to ask for again. */
    public void dismiss() {
        dismissed = true;
        if (!(state.get() instanceof RollbackState.Awaiting)) {
            verb.forget();
        }
        ending.set(Optional.empty());
    }

    private void run(Offer offer, Saw saw) {
        state.set(new RollbackState.Running(offer, ""));
        verb.start(
                new Request(Verb.ROLLBACK, saw, given(reason), given(initials), Optional.of(workstation)),
                Offers.left(seenAtClick.get()),
                RollbackViewModel::shows,
                step -> progressed(offer, step),
                now -> ended(offer, now));
    }

    private void progressed(Offer offer, Event.Progress step) {
        if (state.get() instanceof RollbackState.Running) {
            state.set(new RollbackState.Running(offer, step.step()));
        }
    }

    private void ended(Offer asked, Ending now) {
        if (!dismissed) {
            // The disk is still looked at when a reason is given: the ending that comes then must not lose it.
            Optional<String> why = ending.get().flatMap(Ending::reason);
            ending.set(Optional.of(why.map(now::explained).orElse(now)));
        }
        state.set(now.isAwaited() ? new RollbackState.Awaiting(asked) : new RollbackState.Ready(offer()));
        if (dismissed && !now.isAwaited()) {
            verb.forget();
        }
    }

    private static boolean shows(Outcome outcome, EnvironmentReading reading) {
        return outcome instanceof Outcome.Switched switched
                ? reading.current() instanceof SwitchState.Held held
                        && held.generation().equals(switched.generation())
                : Verdict.isHeldAtBase(reading);
    }

    private static Optional<String> given(StringProperty text) {
        return Optional.of(text.get().strip()).filter(each -> !each.isEmpty());
    }

    private void renewOffer() {
        if (state.get() instanceof RollbackState.Ready) {
            state.set(new RollbackState.Ready(offer()));
        }
    }

    private Offer offer() {
        return Offers.offer(feed.sight(), permission.get());
    }

    public ReadOnlyObjectProperty<RollbackState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How the last roll back ended, and again each time the disk shows more of it. */
    public ReadOnlyObjectProperty<Optional<Ending>> endingProperty() {
        return ending.getReadOnlyProperty();
    }

    /** What was on the screen when the button was clicked. */
    public ReadOnlyObjectProperty<Sight> seenAtClickProperty() {
        return seenAtClick.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LateReason> lateReasonProperty() {
        return lateReason.getReadOnlyProperty();
    }

    public ObjectProperty<Permission> permissionProperty() {
        return permission;
    }

    /** Why, in the person's words; may stay empty. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Who sits at a shared account; may stay empty. */
    public StringProperty initialsProperty() {
        return initials;
    }
}
