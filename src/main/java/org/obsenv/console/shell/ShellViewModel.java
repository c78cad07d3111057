package org.obsenv.console.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.Permissions;
import org.obsenv.console.environment.EnvironmentViewModel;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.rollback.RollbackViewModel;
import org.obsenv.console.support.Theme;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.words.Words;

/** The window's state: which page is in front, which theme, how healthy things are. Lives on the FX thread. */
public final class ShellViewModel {
    private final ReadingFeed feed;
    private final Permissions permissions;
    private final EnvironmentViewModel environment;
    private final RollbackViewModel rollback;
    private final Ticker ticker;
    private final InstantSource clock;
    private final Words words;
    private final String actor;
    private final Healths healths;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.ENVIRONMENT);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyObjectWrapper<Health> readingHealth;
    private final ReadOnlyObjectWrapper<Health> permissionHealth;
    private final List<Ticker.Ticking> tickings = new ArrayList<>();

    public ShellViewModel(
            ReadingFeed feed,
            Permissions permissions,
            EnvironmentViewModel environment,
            RollbackViewModel rollback,
            Ticker ticker,
            InstantSource clock,
            Words words,
            String actor) {
        this.feed = feed;
        this.permissions = permissions;
        this.environment = environment;
        this.rollback = rollback;
        this.ticker = ticker;
        this.clock = clock;
        this.words = words;
        this.actor = actor;
        this.healths = new Healths(words, actor);
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        this.readingHealth = new ReadOnlyObjectWrapper<>(healths.reading(feed.sight()));
        this.permissionHealth = new ReadOnlyObjectWrapper<>(
                healths.permission(permissions.rollbackProperty().get()));
        feed.sightProperty().subscribe(sight -> readingHealth.set(healths.reading(sight)));
        permissions.rollbackProperty().subscribe(each -> permissionHealth.set(healths.permission(each)));
        rollback.permissionProperty().bind(permissions.rollbackProperty());
        rollback.endingProperty().subscribe(this::ended);
    }

    /** Begins to look, and to let time pass. */
    public void start() {
        tickings.add(permissions.start());
        tickings.add(ticker.every(Duration.ofSeconds(1), this::tick));
        feed.start();
    }

    public void stop() {
        tickings.forEach(Ticker.Ticking::stop);
        tickings.clear();
        feed.stop();
    }

    private void tick() {
        now.set(clock.instant());
        environment.tick();
    }

    private void ended(Optional<Ending> ending) {
        if (ending.filter(Ending::isDone).isPresent()) {
            if (page.get() == Page.ENVIRONMENT) {
                page.set(Page.RESULT);
            }
        } else if (ending.isEmpty() && page.get() == Page.RESULT) {
            page.set(Page.ENVIRONMENT);
        }
        if (ending.map(Ending::outcome)
                .filter(each -> each instanceof Outcome.Refused)
                .isPresent()) {
            permissions.ask();
        }
    }

    public void go(Page wanted) {
        if (wanted == Page.ENVIRONMENT) {
            rollback.endingProperty().get().filter(Ending::isDone).ifPresent(done -> rollback.dismiss());
        }
        page.set(wanted);
    }

    /** Reads and asks everything again. */
    public void refresh() {
        feed.rescan();
        permissions.ask();
    }

    public void nextTheme() {
        theme.set(theme.get().next());
    }

    /** "obs1 · observer": the role is what this person may do here. */
    public String person(Permission mayRollBack, Permission mayResume) {
        String role = "role.none";
        if (mayResume instanceof Permission.Granted) {
            role = "role.maintainer";
        } else if (mayRollBack instanceof Permission.Granted) {
            role = "role.observer";
        } else if (mayRollBack instanceof Permission.Unknown) {
            role = "role.unknown";
        }
        return words.text("header.who", "actor", actor, "role", words.text(role));
    }

    public Permissions permissions() {
        return permissions;
    }

    public EnvironmentViewModel environment() {
        return environment;
    }

    public RollbackViewModel rollback() {
        return rollback;
    }

    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Health> readingHealthProperty() {
        return readingHealth.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Health> permissionHealthProperty() {
        return permissionHealth.getReadOnlyProperty();
    }
}
