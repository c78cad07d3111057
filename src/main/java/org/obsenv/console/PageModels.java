package org.obsenv.console;

import java.util.Optional;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.alarm.AlarmViewModel;
import org.obsenv.console.base.BaseActs;
import org.obsenv.console.base.BaseModels;
import org.obsenv.console.base.BaseParts;
import org.obsenv.console.base.BaseViewModel;
import org.obsenv.console.base.HistoryViewModel;
import org.obsenv.console.changes.ReviewViewModel;
import org.obsenv.console.csc.CscViewModel;
import org.obsenv.console.deploy.DeployViewModel;
import org.obsenv.console.letpass.LetPassViewModel;
import org.obsenv.console.notebooks.NotebooksViewModel;
import org.obsenv.console.pull.PullViewModel;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.rollback.RollbackViewModel;
import org.obsenv.console.rollback.UndoViewModel;
import org.obsenv.console.shell.SitePages;
import org.obsenv.console.signoff.SignOffParts;
import org.obsenv.console.signoff.SignOffViewModel;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Ticker;
import org.obsenv.console.timeline.ActsViewModel;
import org.obsenv.console.timeline.HandoverViewModel;
import org.obsenv.console.timeline.TimelineViewModel;
import org.obsenv.console.windows.WindowsParts;
import org.obsenv.console.windows.WindowsViewModel;
import org.obsenv.domain.handover.HandoverReader;
import org.obsenv.domain.timeline.TimelineReader;
import org.obsenv.words.Words;

/** Makes the view-models of the pages, and of what stands on them, of what a site has. */
final class PageModels {
    private final ConsoleParts parts;
    private final ReadingFeed feed;
    private final BackgroundRunner runner;
    private final Ticker ticker;
    private final Words words;

    PageModels(ConsoleParts parts, ReadingFeed feed, BackgroundRunner runner, Ticker ticker, Words words) {
        this.parts = parts;
        this.feed = feed;
        this.runner = runner;
        this.ticker = ticker;
        this.words = words;
    }

    /** All that the site has; one that undoes a roll back needs its view-model. */
    SitePages all(RollbackViewModel rollingBack) {
        Optional<SignOffViewModel> signOff = parts.signOff().map(this::signOff);
        Optional<TimelineViewModel> timeline = parts.timeline().map(this::timeline);
        return new SitePages(
                review(),
                signOff,
                signOff.map(this::windows),
                timeline,
                timeline.map(this::acts),
                timeline.map(each -> handover()),
                parts.notebooks().map(each -> new NotebooksViewModel(each, runner)),
                new UndoViewModel(feed, rollingBack, switching(), parts.workstation()),
                parts.testing().map(this::deploy),
                parts.testing().map(each -> new CscViewModel(feed, each.cscs(), runner, parts.clock(), words)),
                timeline.map(each -> pull()),
                timeline.map(each -> letPass()),
                parts.testing().map(this::alarms),
                parts.base().map(this::base));
    }

    private SignOffViewModel signOff(SignOffParts given) {
        return new SignOffViewModel(
                given,
                parts.site().console().refresh(),
                runner,
                ticker,
                parts.clock(),
                words,
                parts.actor(),
                parts.workstation());
    }

    private TimelineViewModel timeline(TimelineReader reader) {
        return new TimelineViewModel(
                feed,
                reader,
                parts.changes(),
                runner,
                parts.clock(),
                parts.site().zone());
    }

    private HandoverViewModel handover() {
        HandoverReader reader = new HandoverReader(
                parts.timeline().orElseThrow(),
                parts.changes(),
                parts.reviewing().histories(),
                parts.testing().orElseThrow().alarms(),
                parts.testing().orElseThrow().cscs());
        return new HandoverViewModel(
                feed,
                reader,
                parts.handovers(),
                runner,
                parts.clock(),
                parts.site().zone());
    }

    private ReviewViewModel review() {
        ConsoleParts.Reviewing given = parts.reviewing();
        return new ReviewViewModel(feed, given.histories(), parts.changes(), given.viewed(), runner);
    }

    private PullViewModel pull() {
        VerbRun verb = new VerbRun(parts.verbs(), runner, Lane.PULL, ticker, parts.clock(), feed, parts.actor());
        return new PullViewModel(feed, verb, words, parts.workstation());
    }

    private LetPassViewModel letPass() {
        VerbRun verb = new VerbRun(parts.verbs(), runner, Lane.PULL, ticker, parts.clock(), feed, parts.actor());
        return new LetPassViewModel(feed, verb, parts.clock(), words, parts.workstation());
    }

    private AlarmViewModel alarms(ConsoleParts.Testing testing) {
        return new AlarmViewModel(
                feed, testing.alarms(), switching(), runner, parts.clock(), words, parts.workstation());
    }

    private BaseModels base(BaseParts given) {
        BaseViewModel page = new BaseViewModel(feed, given, runner, parts.clock());
        VerbRun verb = new VerbRun(parts.verbs(), runner, Lane.SET_BASE, ticker, parts.clock(), feed, parts.actor());
        return new BaseModels(
                page,
                new BaseActs(feed, page, verb, ticker, parts.clock(), parts.actor(), parts.workstation()),
                new HistoryViewModel(page, runner, parts.clock()));
    }

    private ActsViewModel acts(TimelineViewModel timeline) {
        return new ActsViewModel(
                feed,
                timeline,
                switching(),
                ticker,
                parts.site().console().countdown(),
                parts.actor(),
                parts.workstation());
    }

    private VerbRun switching() {
        return new VerbRun(parts.verbs(), runner, Lane.SWITCH, ticker, parts.clock(), feed, parts.actor());
    }

    private DeployViewModel deploy(ConsoleParts.Testing testing) {
        return new DeployViewModel(
                feed, switching(), testing.revisions(), runner, parts.clock(), words, parts.workstation());
    }

    /** The reader of the store of sign-offs is one: what it shows is handed on. */
    private WindowsViewModel windows(SignOffViewModel signOff) {
        SignOffParts given = parts.signOff().orElseThrow();
        WindowsViewModel windows = new WindowsViewModel(
                new WindowsParts(
                        parts.site().name(),
                        parts.site().contact().map(each -> each.name() + ", " + each.phone()),
                        given.policy(),
                        given.windows(),
                        given.gateway()),
                runner,
                parts.clock(),
                parts.actor(),
                parts.workstation(),
                signOff::read);
        signOff.watch(windows::seen);
        return windows;
    }
}
