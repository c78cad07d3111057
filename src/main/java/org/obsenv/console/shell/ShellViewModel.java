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
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.Permissions;
import org.obsenv.console.changes.ChangesViewModel;
import org.obsenv.console.environment.EnvironmentViewModel;
import org.obsenv.console.environment.PackageRow;
import org.obsenv.console.journal.JournalViewModel;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.resume.ResumeState;
import org.obsenv.console.resume.ResumeViewModel;
import org.obsenv.console.rollback.RollbackState;
import org.obsenv.console.rollback.RollbackViewModel;
import org.obsenv.console.signoff.SignOffSight;
import org.obsenv.console.signoff.SignOffViewModel;
import org.obsenv.console.support.Theme;
import org.obsenv.console.support.Ticker;
import org.obsenv.console.windows.WindowsViewModel;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.words.Words;

/** The window's state: which page is in front, which theme, how healthy things are. Lives on the FX thread. */
public final class ShellViewModel {
    /** Long enough to be read at a glance back. */
    private static final Duration NOTED = Duration.ofSeconds(6);

    private final ReadingFeed feed;
    private final Permissions permissions;
    private final EnvironmentViewModel environment;
    private final RollbackViewModel rollback;
    private final ResumeViewModel resume;
    private final ChangesViewModel changes;
    private final JournalViewModel journal;
    private final SitePages pages;
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
    private final ReadOnlyObjectWrapper<Health> journalHealth;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final List<Ticker.Ticking> tickings = new ArrayList<>();
    private Ticker.@Nullable Ticking noting;

    public ShellViewModel(
            ReadingFeed feed,
            Permissions permissions,
            EnvironmentViewModel environment,
            RollbackViewModel rollback,
            ResumeViewModel resume,
            ChangesViewModel changes,
            JournalViewModel journal,
            SitePages pages,
            Ticker ticker,
            InstantSource clock,
            Words words,
            String actor) {
        this.feed = feed;
        this.permissions = permissions;
        this.environment = environment;
        this.rollback = rollback;
        this.resume = resume;
        this.changes = changes;
        this.journal = journal;
        this.pages = pages;
        this.ticker = ticker;
        this.clock = clock;
        this.words = words;
        this.actor = actor;
        this.healths = new Healths(words, actor);
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        this.readingHealth = new ReadOnlyObjectWrapper<>(healths.reading(feed.sight(), feed.switchSighting()));
        this.permissionHealth = new ReadOnlyObjectWrapper<>(
                healths.permission(permissions.rollbackProperty().get(), feed.sight()));
        this.journalHealth = new ReadOnlyObjectWrapper<>(
                healths.journal(journal.accessProperty().get(), feed.sight()));
        journal.accessProperty().subscribe(this::lightLamps);
        feed.sightProperty().subscribe(this::lightLamps);
        permissions.rollbackProperty().subscribe(this::lightLamps);
        rollback.permissionProperty().bind(permissions.rollbackProperty());
        resume.initialsProperty().bind(rollback.initialsProperty());
        resume.permissionProperty().bind(permissions.resumeProperty());
        rollback.endingProperty().subscribe(this::ended);
        rollback.stateProperty().subscribe(this::showCountdown);
        rollback.lateReasonProperty().subscribe(each -> journal.read());
        resume.stateProperty().subscribe(each -> {
            if (each instanceof ResumeState.Previewing) {
                // One thing to look at: what resuming would bring.
                environment.closeDetail();
            }
        });
        resume.endingProperty().subscribe(each -> journal.read());
        pages.follow(page.getReadOnlyProperty(), permissions, rollback, journal);
        environment.chosenProperty().subscribe(row -> changes.show(row.map(PackageRow::reading)));
    }

    /** Begins to look, and to let time pass. */
    public void start() {
        tickings.add(permissions.start());
        tickings.add(journal.start());
        tickings.addAll(pages.start(ticker));
        tickings.add(ticker.every(Duration.ofSeconds(1), this::tick));
        feed.start();
    }

    public void stop() {
        tickings.forEach(Ticker.Ticking::stop);
        tickings.clear();
        feed.stop();
    }

    private void lightLamps() {
        readingHealth.set(healths.reading(feed.sight(), feed.switchSighting()));
        permissionHealth.set(healths.permission(permissions.rollbackProperty().get(), feed.sight()));
        journalHealth.set(healths.journal(journal.accessProperty().get(), feed.sight()));
    }

    private void tick() {
        now.set(clock.instant());
        environment.tick();
        resume.tick();
    }

    /** The keys start a roll back on any page; its countdown and its Cancel are on one. */
    private void showCountdown(RollbackState state) {
        if (state instanceof RollbackState.CountingDown && page.get() != Page.ENVIRONMENT) {
            page.set(Page.ENVIRONMENT);
        }
    }

    private void ended(Optional<Ending> ending) {
        journal.read();
        // Whatever page is in front: how a roll back ended must be seen, and done without being asked for.
        if (ending.isPresent()) {
            page.set(ending.get().isDone() ? Page.RESULT : Page.ENVIRONMENT);
        } else if (page.get() == Page.RESULT) {
            page.set(Page.ENVIRONMENT);
        }
        if (ending.map(Ending::outcome)
                .filter(each -> each instanceof Outcome.Refused)
                .isPresent()) {
            permissions.ask();
        }
    }

    public void go(Page wanted) {
        if (!pages.has(wanted)) {
            return;
        }
        if (wanted == Page.ENVIRONMENT) {
            rollback.endingProperty().get().filter(Ending::isDone).ifPresent(done -> rollback.dismiss());
        }
        page.set(wanted);
    }

    /** Leaves what is in front, one thing at a time; false when there was nothing to leave. */
    public boolean leave() {
        if (pages.leave(page.get())) {
            return true;
        }
        if (page.get() != Page.ENVIRONMENT) {
            go(Page.ENVIRONMENT);
            return true;
        }
        return resume.close() || environment.closeDetail();
    }

    /** Says what a click or a key did that is not to be seen otherwise; for some seconds. */
    public void say(String text) {
        if (noting != null) {
            noting.stop();
        }
        note.set(text);
        noting = ticker.after(NOTED, () -> note.set(""));
    }

    /** Reads and asks everything again. */
    public void refresh() {
        feed.rescan();
        permissions.ask();
        journal.read();
        pages.read();
    }

    public void nextTheme() {
        theme.set(theme.get().next());
    }

    /** "obs1 · observer": the role is what this person may do here, or on the sign-off page her seat. */
    public String person() {
        String role = "role.none";
        Permission mayRollBack = permissions.rollbackProperty().get();
        if (permissions.resumeProperty().get() instanceof Permission.Granted) {
            role = "role.maintainer";
        } else if (mayRollBack instanceof Permission.Granted) {
            role = "role.observer";
        } else if (mayRollBack instanceof Permission.Unknown) {
            role = "role.unknown";
        }
        String called = signOff()
                .filter(each -> page.get() == Page.SIGN_OFF)
                .flatMap(SignOffViewModel::seat)
                .orElse(words.text(role));
        return words.text("header.who", "actor", actor, "role", called);
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

    public ResumeViewModel resume() {
        return resume;
    }

    public ChangesViewModel changes() {
        return changes;
    }

    public JournalViewModel journal() {
        return journal;
    }

    /** Empty on a site without sign-offs. */
    public Optional<SignOffViewModel> signOff() {
        return pages.signOff();
    }

    /** Empty there too: windows are for promoting images. */
    public Optional<WindowsViewModel> windows() {
        return pages.windows();
    }

    /** Those that not every site has. */
    public SitePages pages() {
        return pages;
    }

    /** The sign-off store's lamp. */
    Health ledgerHealth(SignOffSight sight) {
        return healths.ledger(sight);
    }

    /** What is said at the moment; usually nothing. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Health> journalHealthProperty() {
        return journalHealth.getReadOnlyProperty();
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
