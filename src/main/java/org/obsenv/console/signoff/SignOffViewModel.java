package org.obsenv.console.signoff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.Known;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Seat;
import org.obsenv.words.Words;

/**
 * The sign-off page's state: what the store says, which candidate is chosen, what this person may do. Lives on the FX
 * thread.
 */
public final class SignOffViewModel {
    /** Tags seldom move, and the registry is somebody else's. */
    private static final Duration TAGS_AGAIN = Duration.ofSeconds(60);

    private final SignOffParts parts;
    private final Duration refresh;
    private final Newest question;
    private final Newest tagQuestion;
    private final Ticker ticker;
    private final InstantSource clock;
    private final Words words = Words.of("signoff");
    private final String actor;
    private final Look look;
    private final SignOffRun run;
    private final SignOffActs acts;
    private final ReportViewModel report;
    private final DesignationsViewModel designations;
    private final ProposalViewModel proposal;
    private final Map<String, Looked<Optional<Digest>>> tags = new HashMap<>();
    private final ReadOnlyObjectWrapper<SignOffSight> sight = new ReadOnlyObjectWrapper<>(new SignOffSight.NotYet());
    private final ReadOnlyObjectWrapper<Optional<LeadPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> troubles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> recommended = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ImageChangesViewModel changes;
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final List<Consumer<Known<LedgerReading>>> watchers = new ArrayList<>();
    private final ObservableList<CandidateRow> rows = FXCollections.observableArrayList();
    private final ObservableList<CandidateRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private Optional<String> chosen = Optional.empty();

    /**
     * Reads nothing before it is started.
     *
     * @param refresh how often the store is read
     * @param actor the account of this session; what counts is what sudo proves
     */
    public SignOffViewModel(
            SignOffParts parts,
            Duration refresh,
            BackgroundRunner runner,
            Ticker ticker,
            InstantSource clock,
            Words common,
            String actor,
            String workstation) {
        this.parts = parts;
        this.refresh = refresh;
        this.question = new Newest(runner, Lane.LEDGER);
        this.tagQuestion = new Newest(runner, Lane.REGISTRY);
        this.actor = actor;
        this.ticker = ticker;
        this.clock = clock;
        this.look = new Look(parts, words, common, actor);
        this.changes = new ImageChangesViewModel(parts.comparison(), words, runner);
        this.run = new SignOffRun(parts.gateway(), runner, words, workstation, this::read);
        this.report = new ReportViewModel(parts, this::reading, runner, words);
        this.acts = new SignOffActs(run, this::reading, page::get, report, actor, words);
        this.designations = new DesignationsViewModel(parts, run, clock, actor, words);
        this.proposal =
                new ProposalViewModel(parts.images().map(SiteImages::source), this::ledger, run, runner, actor, words);
    }

    /** Reads now and then again and again, until what is returned is stopped. */
    public List<Ticker.Ticking> start() {
        read();
        return List.of(ticker.every(refresh, this::read), ticker.every(TAGS_AGAIN, this::readTags));
    }

    /** Reads the store now. */
    public void read() {
        question.ask(parts.ledger()::read, this::answered, this::broken);
    }

    /** Has somebody else told what every look at the store shows: there is one reader of it. */
    public void watch(Consumer<Known<LedgerReading>> watcher) {
        watchers.add(watcher);
    }

    private void answered(Known<LedgerReading> answer) {
        watchers.forEach(each -> each.accept(answer));
        switch (answer) {
            case Known.Unknown<LedgerReading>(String reason) -> blind(reason);
            case Known.Value<LedgerReading>(LedgerReading reading) -> {
                // Whoever wrote may have asked the registry later than this console did.
                boolean changed = !(sight.get() instanceof SignOffSight.Seen before
                        && before.reading().equals(reading));
                show(new SignOffSight.Seen(reading, tags));
                run.seen(reading);
                if (changed) {
                    readTags();
                }
            }
        }
    }

    private void broken(RuntimeException problem) {
        answered(Known.unknown(Optional.ofNullable(problem.getMessage()).orElse(problem.toString())));
    }

    private void blind(String reason) {
        Instant since = sight.get() instanceof SignOffSight.Blind before ? before.since() : clock.instant();
        sight.set(new SignOffSight.Blind(reason, since));
        rows.clear();
        troubles.set(List.of());
        page.set(Optional.empty());
        recommended.set(Optional.empty());
        changes.close();
        waiting.set(0);
    }

    private void readTags() {
        if (parts.images().isEmpty() || !(sight.get() instanceof SignOffSight.Seen seen)) {
            return;
        }
        TagLook asked = new TagLook(
                parts.images().get().source(),
                tagsOf(seen.reading()),
                parts.comparison().recommended(),
                look.named(seen));
        tagQuestion.ask(
                asked::look,
                found -> {
                    tags.putAll(found);
                    if (sight.get() instanceof SignOffSight.Seen now) {
                        show(new SignOffSight.Seen(now.reading(), tags));
                    }
                },
                bug -> {});
    }

    private Set<String> tagsOf(LedgerReading reading) {
        Set<String> tags = reading.candidates().stream()
                .filter(each -> each.candidate().isOpen())
                .map(each -> each.candidate().tag().text())
                .collect(Collectors.toSet());
        tags.add(parts.comparison().recommended());
        return tags;
    }

    private void show(SignOffSight.Seen seen) {
        Instant now = clock.instant();
        List<CandidateRow> fresh = look.rows(seen, now);
        sight.set(seen);
        troubles.set(look.troubles(seen.reading()));
        waiting.set((int) fresh.stream().filter(CandidateRow::yours).count());
        if (!rows.equals(fresh)) {
            rows.setAll(fresh);
        }
        if (chosen.flatMap(seen.reading()::find).isEmpty()) {
            chosen = fresh.stream().findFirst().map(CandidateRow::id);
        }
        designations.show(seen.reading());
        page.set(chosen.flatMap(seen.reading()::find).map(each -> look.page(seen, each, now)));
        recommended.set(look.recommended(seen, now));
        changes.follow(seen.reading(), chosen.flatMap(seen.reading()::find).map(CandidateReading::candidate));
    }

    /** Puts a candidate on the page. */
    public void choose(String id) {
        if (!chosen.equals(Optional.of(id))
                && run.endingProperty().get().filter(SignOffRun.Ended::good).isPresent()) {
            // What ended well ended on the other page.
            run.dismiss();
        }
        chosen = Optional.of(id);
        if (sight.get() instanceof SignOffSight.Seen seen) {
            show(seen);
        }
    }

    private Optional<LedgerReading> ledger() {
        return sight.get() instanceof SignOffSight.Seen seen ? Optional.of(seen.reading()) : Optional.empty();
    }

    private Optional<CandidateReading> reading() {
        return ledger().flatMap(seen -> chosen.flatMap(seen::find));
    }

    SignOffRun run() {
        return run;
    }

    ProposalViewModel proposal() {
        return proposal;
    }

    /** A report that is being entered. */
    ReportViewModel report() {
        return report;
    }

    DesignationsViewModel designations() {
        return designations;
    }

    SignOffActs acts() {
        return acts;
    }

    public ReadOnlyObjectProperty<SignOffSight> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    public ObservableList<CandidateRow> rows() {
        return rowsView;
    }

    ReadOnlyObjectProperty<Optional<LeadPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** What must be known of the store as a whole: broken documents, a key that is not the site's. */
    public ReadOnlyObjectProperty<List<String>> troublesProperty() {
        return troubles.getReadOnlyProperty();
    }

    /** How many candidates wait for this person. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return run.busyProperty();
    }

    /** How the last act ended, as a title and what to do; empty before one and after it was read. */
    public ReadOnlyObjectProperty<Optional<SignOffRun.Ended>> endingProperty() {
        return run.endingProperty();
    }

    /** The seat that this person holds, as people say it; empty for everybody else. */
    public Optional<String> seat() {
        return parts.policy().seats().stream()
                .filter(each -> each.isHeldBy(actor))
                .map(Seat::title)
                .findFirst();
    }

    /** Which image the recommended tag means now; empty before anybody looked. */
    ReadOnlyObjectProperty<Optional<String>> recommendedProperty() {
        return recommended.getReadOnlyProperty();
    }

    /** Leaves what lies over the page; false when nothing does. */
    public boolean leave() {
        return changes.leave();
    }

    /** What changed between the chosen candidate's image and the one it replaces. */
    ImageChangesViewModel changes() {
        return changes;
    }

    Words words() {
        return words;
    }

    /** The candidates in plain text. */
    public String asText() {
        return rows.stream().map(each -> each.line() + "\n").collect(Collectors.joining());
    }
}
