package org.obsenv.console.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.obsenv.console.acting.Permissions;
import org.obsenv.console.alarm.AlarmViewModel;
import org.obsenv.console.base.BaseModels;
import org.obsenv.console.changes.ReviewViewModel;
import org.obsenv.console.csc.CscViewModel;
import org.obsenv.console.deploy.DeployViewModel;
import org.obsenv.console.journal.JournalViewModel;
import org.obsenv.console.letpass.LetPassViewModel;
import org.obsenv.console.notebooks.NotebooksViewModel;
import org.obsenv.console.pull.PullViewModel;
import org.obsenv.console.rollback.RollbackViewModel;
import org.obsenv.console.rollback.UndoViewModel;
import org.obsenv.console.signoff.SignOffViewModel;
import org.obsenv.console.support.Ticker;
import org.obsenv.console.timeline.ActsViewModel;
import org.obsenv.console.timeline.HandoverViewModel;
import org.obsenv.console.timeline.TimelineViewModel;
import org.obsenv.console.windows.WindowsViewModel;

/**
 * The pages, and parts of pages, that not every site has.
 *
 * @param review every site has it
 * @param windows empty where there is no sign-off: windows are for promoting images
 * @param timeline empty where nothing is switched
 * @param acts those of the timeline's page; there when it is
 * @param handover before the timeline's page; there when it is
 * @param notebooks empty where nothing is switched
 * @param pull the offer on the environment's page; there when the timeline is
 * @param letPass over the detail of a package whose head is refused; there when the timeline is
 * @param alarms on the environment's page; empty where nothing is switched
 * @param base the list of base and what it could be; empty where nothing is switched
 */
public record SitePages(
        ReviewViewModel review,
        Optional<SignOffViewModel> signOff,
        Optional<WindowsViewModel> windows,
        Optional<TimelineViewModel> timeline,
        Optional<ActsViewModel> acts,
        Optional<HandoverViewModel> handover,
        Optional<NotebooksViewModel> notebooks,
        UndoViewModel undo,
        Optional<DeployViewModel> deploy,
        Optional<CscViewModel> cscs,
        Optional<PullViewModel> pull,
        Optional<LetPassViewModel> letPass,
        Optional<AlarmViewModel> alarms,
        Optional<BaseModels> base) {
    /** Begins to look. */
    List<Ticker.Ticking> start(Ticker ticker) {
        List<Ticker.Ticking> tickings = new ArrayList<>();
        signOff.ifPresent(each -> tickings.addAll(each.start()));
        timeline.ifPresent(each -> tickings.add(each.start(ticker)));
        base.ifPresent(each -> tickings.add(each.start(ticker)));
        return tickings;
    }

    /** Reads everything again. */
    void read() {
        signOff.ifPresent(SignOffViewModel::read);
        timeline.ifPresent(TimelineViewModel::read);
        base.ifPresent(each -> each.page().read());
    }

    /** Has them know which page is in front, who sits here and what she may; tells the journal of what they did. */
    void follow(
            ReadOnlyObjectProperty<Page> page,
            Permissions permissions,
            RollbackViewModel rollback,
            JournalViewModel journal) {
        page.subscribe(this::show);
        undo.permissionProperty().bind(permissions.switchProperty());
        undo.endingProperty().subscribe(ending -> journal.read());
        deploy.ifPresent(each -> {
            each.permissionProperty().bind(permissions.deployProperty());
            each.initialsProperty().bind(rollback.initialsProperty());
            each.endingProperty().subscribe(ending -> journal.read());
        });
        acts.ifPresent(each -> {
            each.maySwitchProperty().bind(permissions.switchProperty());
            each.mayMarkProperty().bind(permissions.markProperty());
            each.initialsProperty().bind(rollback.initialsProperty());
            each.endingProperty().subscribe(ending -> journal.read());
        });
        letPass.ifPresent(each -> {
            each.permissionProperty().bind(permissions.pullProperty());
            each.initialsProperty().bind(rollback.initialsProperty());
            each.endingProperty().subscribe(ending -> {
                journal.read();
                timeline.ifPresent(TimelineViewModel::read);
            });
        });
        alarms.ifPresent(each -> {
            each.permissionProperty().bind(permissions.acknowledgeProperty());
            each.initialsProperty().bind(rollback.initialsProperty());
            each.endingProperty().subscribe(ending -> journal.read());
        });
        base.map(BaseModels::acts).ifPresent(each -> {
            each.maySetProperty().bind(permissions.setBaseProperty());
            each.mayReviewProperty().bind(permissions.reviewBaseProperty());
            each.initialsProperty().bind(rollback.initialsProperty());
            each.endingProperty().subscribe(ending -> {
                journal.read();
                timeline.ifPresent(TimelineViewModel::read);
            });
        });
        pull.ifPresent(each -> {
            each.permissionProperty().bind(permissions.pullProperty());
            each.endingProperty().subscribe(ending -> {
                journal.read();
                timeline.ifPresent(TimelineViewModel::read);
            });
        });
    }

    private void show(Page page) {
        review.show(page == Page.CHANGES);
        timeline.ifPresent(each -> each.show(page == Page.TIMELINE));
        base.ifPresent(each -> each.page().show(page == Page.BASE));
        if (page != Page.TIMELINE) {
            // Nothing counts down where nobody sees it.
            acts.ifPresent(ActsViewModel::cancel);
        }
    }

    /** Takes back or leaves what that page has in front; false when there is nothing. */
    boolean leave(Page page) {
        return switch (page) {
            case SIGN_OFF -> signOff.filter(SignOffViewModel::leave).isPresent();
            case TIMELINE ->
                handover.filter(HandoverViewModel::close).isPresent()
                        || acts.filter(ActsViewModel::cancel).isPresent();
            case ENVIRONMENT ->
                notebooks.filter(NotebooksViewModel::close).isPresent()
                        || letPass.filter(LetPassViewModel::close).isPresent()
                        || alarms.filter(AlarmViewModel::close).isPresent()
                        || deploy.filter(DeployViewModel::close).isPresent();
            case BASE, RESULT, CHANGES, JOURNAL, WINDOWS -> false;
        };
    }

    /** The pages of this site that the rail shows, from the top. */
    List<Page> inRail() {
        return Stream.of(Page.ENVIRONMENT, Page.CHANGES, Page.BASE, Page.TIMELINE, Page.SIGN_OFF, Page.JOURNAL)
                .filter(this::has)
                .toList();
    }

    boolean has(Page page) {
        return switch (page) {
            case SIGN_OFF, WINDOWS -> signOff.isPresent();
            case TIMELINE -> timeline.isPresent();
            case BASE -> base.isPresent();
            case ENVIRONMENT, RESULT, CHANGES, JOURNAL -> true;
        };
    }
}
