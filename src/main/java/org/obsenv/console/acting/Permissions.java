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

    private record Both(Permission rollback, Permission resume) {}

    private final VerbGateway gateway;
    private final Newest question;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<Permission> rollback =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));
    private final ReadOnlyObjectWrapper<Permission> resume =
            new ReadOnlyObjectWrapper<>(new Permission.Unknown("not asked yet"));

    public Permissions(VerbGateway gateway, BackgroundRunner runner, Ticker ticker) {
        this.gateway = gateway;
        this.question = new Newest(runner, Lane.PERMISSION);
        this.ticker = ticker;
    }

    /** Asks now and then every minute, until the returned ticking is stopped. */
    public Ticker.Ticking start() {
        ask();
        return ticker.every(AGAIN, this::ask);
    }

    /** Asks now. */
    public void ask() {
        question.ask(
                () -> new Both(gateway.permission(Verb.ROLLBACK), gateway.permission(Verb.RESUME)),
                both -> {
                    rollback.set(both.rollback());
                    resume.set(both.resume());
                },
                bug -> {
                    String why = Optional.ofNullable(bug.getMessage()).orElse(bug.toString());
                    rollback.set(new Permission.Unknown(why));
                    resume.set(new Permission.Unknown(why));
                });
    }

    public ReadOnlyObjectProperty<Permission> rollbackProperty() {
        return rollback.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Permission> resumeProperty() {
        return resume.getReadOnlyProperty();
    }
}
