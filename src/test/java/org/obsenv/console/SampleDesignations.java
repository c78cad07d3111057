package org.obsenv.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.DesignationAct;

/** Who may sign for whom, in a sample's memory. */
public final class SampleDesignations {
    private final List<DesignationAct> acts = new ArrayList<>();
    private final Instant now;

    SampleDesignations(Instant now) {
        this.now = now;
    }

    List<DesignationAct> acts() {
        return List.copyOf(acts);
    }

    /** Somebody says so. */
    public Outcome run(DesignationAct.Change change, String actor) {
        acts.add(new DesignationAct(acts.size() + 1, now, actor, change));
        return new Outcome.Recorded("designations", acts.size(), now, List.of());
    }
}
