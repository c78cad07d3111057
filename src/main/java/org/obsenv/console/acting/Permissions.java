package org.obsenv.console.acting;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.Permission;
import org.obsenv.protocol.Verb;
import org.obsenv.protocol.VerbGateway;

/** What this person may do, asked again every minute. What could not be asked is not denied. Lives on the FX thread. */
public final class Permissions {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private record Both(Permission one, Permission other) {}

    private final VerbGateway gateway;
    private final Newest question;
    private final Newest later;
    private final Newest last;
    private final Newest alone;
    private final Newest ofBase;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<Permission> rollback =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<Permission> resume =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<Permission> switching =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<Permission> deploying =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<Permission> marking =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));

    private final ReadOnlyObjectWrapper<Permission> pulling =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));

    private final ReadOnlyObjectWrapper<Permission> acknowledging =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<Permission> settingBase =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<Permission> reviewingBase =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));

    public Permissions(VerbGateway gateway, BackgroundRunner runner, Ticker ticker) {
        this.gateway = gateway;
        this.question = new Newest(runner, Lane.PERMISSION);
        this.later = new Newest(runner, Lane.PERMISSION);
        this.last = new Newest(runner, Lane.PERMISSION);
        this.alone = new Newest(runner, Lane.PERMISSION);
        this.ofBase = new Newest(runner, Lane.PERMISSION);
        this.ticker = ticker;
    }

    /** Asks now and then every minute, until the returned ticking is stopped. */
    public Ticker.Ticking start() {
        ask();
        return ticker.every(AGAIN, this::ask);
    }

    /** Asks now. */
    public void ask() {
        ask(question, Verb.ROLLBACK, rollback, Verb.RESUME, resume);
        // After those that every page shows.
        ask(later, Verb.SWITCH, switching, Verb.MARK, marking);
        ask(last, Verb.DEPLOY, deploying, Verb.SYNC, pulling);
        alone.ask(
                () -> gateway.permission(Verb.ACKNOWLEDGE),
                acknowledging::set,
                bug -> acknowledging.set(new Permission.Unknown(told(bug))));
        ask(ofBase, Verb.SET_BASE, settingBase, Verb.REVIEW_BASE, reviewingBase);
    }

    private void ask(
            Newest asked,
            Verb one,
            ReadOnlyObjectWrapper<Permission> mayOne,
            Verb other,
            ReadOnlyObjectWrapper<Permission> mayOther) {
        asked.ask(
                () -> new Both(gateway.permission(one), gateway.permission(other)),
                both -> {
                    mayOne.set(both.one());
                    mayOther.set(both.other());
                },
                bug -> {
                    String why = told(bug);
                    mayOne.set(new Permission.Unknown(why));
                    mayOther.set(new Permission.Unknown(why));
                });
    }

    private static String told(RuntimeException bug) {
        return Optional.ofNullable(bug.getMessage()).orElse(bug.toString());
    }

    public ReadOnlyObjectProperty<Permission> rollbackProperty() {
        return rollback.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Permission> resumeProperty() {
        return resume.getReadOnlyProperty();
    }

    /** Whether she may go to any generation. */
    public ReadOnlyObjectProperty<Permission> switchProperty() {
        return switching.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Permission> deployProperty() {
        return deploying.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Permission> markProperty() {
        return marking.getReadOnlyProperty();
    }

    /** Whether she may say of an alarm that it was seen. */
    public ReadOnlyObjectProperty<Permission> acknowledgeProperty() {
        return acknowledging.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Permission> setBaseProperty() {
        return settingBase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Permission> reviewBaseProperty() {
        return reviewingBase.getReadOnlyProperty();
    }

    /** Whether she may have the auto-pull make a pass now. */
    public ReadOnlyObjectProperty<Permission> pullProperty() {
        return pulling.getReadOnlyProperty();
    }
}
