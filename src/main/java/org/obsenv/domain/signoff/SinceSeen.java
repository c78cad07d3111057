package org.obsenv.domain.signoff;

import java.util.List;

/** What was done about a candidate since somebody looked, and whether she would still decide the same. */
public record SinceSeen(List<Act> acts) {
    public SinceSeen {
        acts = List.copyOf(acts);
    }

    public static SinceSeen of(Revision saw, Candidate now) {
        return new SinceSeen(
                now.acts().stream().filter(act -> act.number() > saw.number()).toList());
    }

    /**
     * Whether something among it speaks against the image or changes what is decided about: another image, an
     * objection, a failed check, a meeting that did not agree, something taken back. Somebody else's agreement does not:
     * two people who sign at the same time are not in each other's way.
     */
    public boolean contradicts() {
        return acts.stream().anyMatch(act -> switch (act.deed()) {
            case Deed.Proposed proposed -> true;
            case Deed.MeetingHeld held -> !held.agreed();
            case Deed.TicketOpened opened -> false;
            case Deed.Checked checked -> checked.result() == Deed.CheckResult.FAILED;
            case Deed.Acknowledged signed -> false;
            case Deed.Objected objected -> true;
            case Deed.Withdrew withdrew -> true;
            case Deed.PackagesListed listed -> false;
            case Deed.Pulled pulled -> false;
            case Deed.PromotionOrdered ordered -> true;
            case Deed.Promoted promoted -> true;
            case Deed.ReturnOrdered ordered -> true;
            case Deed.Returned returned -> true;
        });
    }
}
