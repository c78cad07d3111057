package org.obsenv.console.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.signoff.SignOffViewModel;
import org.obsenv.console.support.Ticker;
import org.obsenv.console.timeline.TimelineViewModel;
import org.obsenv.console.windows.WindowsViewModel;

/**
 * The pages that not every site has.
 *
 * @param windows empty where there is no sign-off: windows are for promoting images
 * @param timeline empty where nothing is switched
 */
public record SitePages(
        Optional<SignOffViewModel> signOff, Optional<WindowsViewModel> windows, Optional<TimelineViewModel> timeline) {
    /** Begins to look. */
    List<Ticker.Ticking> start(Ticker ticker) {
        List<Ticker.Ticking> tickings = new ArrayList<>();
        signOff.ifPresent(each -> tickings.addAll(each.start()));
        timeline.ifPresent(each -> tickings.add(each.start(ticker)));
        return tickings;
    }

    /** Reads everything again. */
    void read() {
        signOff.ifPresent(SignOffViewModel::read);
        timeline.ifPresent(TimelineViewModel::read);
    }

    /** That page is in front. */
    void show(Page page) {
        timeline.ifPresent(each -> each.show(page == Page.TIMELINE));
    }

    boolean has(Page page) {
        return switch (page) {
            case SIGN_OFF, WINDOWS -> signOff.isPresent();
            case TIMELINE -> timeline.isPresent();
            case ENVIRONMENT, RESULT, JOURNAL -> true;
        };
    }
}
