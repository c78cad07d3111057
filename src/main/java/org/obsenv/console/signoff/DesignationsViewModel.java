package org.obsenv.console.signoff;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.domain.signoff.Designation;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.DesignationAct.Change;
import org.obsenv.domain.signoff.DesignationTerm;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Seat;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Who may sign for this person, and for whom she may. Lives on the FX thread. */
final class DesignationsViewModel {
    private static final DateTimeFormatter HERE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final Policy policy;
    private final ZoneId zone;
    private final SignOffRun run;
    private final InstantSource clock;
    private final String actor;
    private final Words words;
    private final ReadOnlyObjectWrapper<List<DesignationRow>> own = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> received = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    DesignationsViewModel(SignOffParts parts, SignOffRun run, InstantSource clock, String actor, Words words) {
        this.policy = parts.policy();
        this.zone = parts.zone();
        this.run = run;
        this.clock = clock;
        this.actor = actor;
        this.words = words;
    }

    /** What the store shows now. What is over is nobody's concern any more. */
    void show(LedgerReading reading) {
        Instant now = clock.instant();
        List<DesignationAct> standing = DesignationAct.standingActs(reading.designations());
        own.set(standing.stream()
                .filter(each -> each.actor().equals(actor))
                .filter(each -> each.change() instanceof Change.Made made && now.isBefore(made.to()))
                .map(each -> new DesignationRow(each.number(), text("designate.own", each.designation())))
                .toList());
        received.set(standing.stream()
                .map(DesignationAct::designation)
                .filter(each -> each.designate().equals(actor) && now.isBefore(each.to()))
                .map(each -> text("designate.received", each))
                .toList());
    }

    private String text(String key, Designation each) {
        return words.text(
                key,
                "designate",
                Visible.line(each.designate()),
                "holder",
                Visible.line(each.holder()),
                "seat",
                title(each.seat()),
                "from",
                HERE.format(each.from().atZone(zone)),
                "to",
                HERE.format(each.to().atZone(zone)),
                "zone",
                zone.getId());
    }

    private String title(String seat) {
        return policy.seats().stream()
                .filter(each -> each.id().equals(seat))
                .map(Seat::title)
                .findFirst()
                .orElse(Visible.line(seat));
    }

    /** The seats that are this person's to let somebody sit in. */
    List<Seat> seats() {
        return policy.seats().stream().filter(each -> each.isHeldBy(actor)).toList();
    }

    /** What is wrong with what is written so far; empty when it can be asked for. */
    Optional<String> problem(String account, String from, String to) {
        Optional<Instant> begin = begin(from);
        Optional<Instant> over = DesignationTerm.end(to, zone);
        if (account.isEmpty() || to.isEmpty()) {
            return Optional.of(words.text("designate.blank", "zone", zone.getId()));
        }
        if (account.equals(actor)) {
            return Optional.of(words.text("designate.yourself"));
        }
        if (begin.isEmpty() || over.isEmpty()) {
            return Optional.of(words.text("designate.no-day", "found", Visible.value(begin.isEmpty() ? from : to)));
        }
        if (!begin.get().isBefore(over.get()) || !clock.instant().isBefore(over.get())) {
            return Optional.of(words.text("designate.over"));
        }
        return Optional.empty();
    }

    private Optional<Instant> begin(String from) {
        return from.isEmpty() ? Optional.of(clock.instant()) : DesignationTerm.begin(from, zone);
    }

    /** Lets that account sign in her seat; {@code from} may be empty and is now then. */
    void designate(Seat seat, String account, String from, String to) {
        if (problem(account, from, to).isEmpty()) {
            Change.Made made = new Change.Made(
                    seat.id(),
                    account,
                    begin(from).orElseThrow(),
                    DesignationTerm.end(to, zone).orElseThrow());
            start(made, "designate.done", new Designation(seat.id(), actor, account, made.from(), made.to()));
        }
    }

    /** Ends one of hers now. */
    void end(DesignationRow row) {
        run.start(new DesignationTask(
                new Change.Ended(row.act()), actor, words.text("designate.ended", "what", row.text())));
    }

    private void start(Change change, String key, Designation said) {
        run.start(new DesignationTask(change, actor, text(key, said)));
    }

    void open() {
        open.set(true);
    }

    /** False when it was not open. */
    boolean close() {
        boolean was = open.get();
        open.set(false);
        return was;
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Those of this person's own that are not over. */
    ReadOnlyObjectProperty<List<DesignationRow>> ownProperty() {
        return own.getReadOnlyProperty();
    }

    /** For whom she may sign, in words. */
    ReadOnlyObjectProperty<List<String>> receivedProperty() {
        return received.getReadOnlyProperty();
    }

    SignOffRun run() {
        return run;
    }

    Words words() {
        return words;
    }
}
