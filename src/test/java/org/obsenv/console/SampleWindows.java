package org.obsenv.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.Ruling;
import org.obsenv.domain.signoff.SessionRules;
import org.obsenv.domain.signoff.WindowsReading;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.protocol.SignOffRequest.Ask;

/** What was said of sessions in the sample store, by the real rules. */
public final class SampleWindows {
    private static final Instant NOW = Sample.NOW;

    private final List<WindowAct> acts = new ArrayList<>();
    public Optional<Doubt> doubt = Optional.empty();

    /** Somebody says something. */
    public void act(String who, WindowChange change) {
        acts.add(new WindowAct(acts.size() + 1, NOW, who, change));
    }

    WindowsReading reading() {
        List<WindowAct> genuine =
                doubt.map(each -> acts.subList(0, each.from() - 1)).orElse(acts);
        return new WindowsReading(genuine, revision(), doubt);
    }

    private Revision revision() {
        return new Revision(acts.size(), Sha256.hex(("windows" + acts).getBytes(StandardCharsets.UTF_8)));
    }

    Outcome run(Ask.OnWindows ask, Policy policy, String actor) {
        if (!ask.saw().equals(revision())) {
            return new Outcome.Refused(
                    Refusal.LEDGER_MOVED, Map.of("candidate", ask.change().window(), "between", "maint2 cancelled"));
        }
        Optional<Ruling.Forbidden> forbidden =
                new SessionRules(policy, new WindowCalendar(WindowRule.DEFAULTS, acts), actor, NOW).of(ask.change());
        if (forbidden.isPresent()) {
            return new Outcome.Refused(
                    forbidden.get().refusal(), forbidden.get().facts());
        }
        act(actor, ask.change());
        return new Outcome.Recorded("windows", acts.size(), NOW, List.of());
    }
}
