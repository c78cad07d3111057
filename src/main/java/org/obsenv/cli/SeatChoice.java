package org.obsenv.cli;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.signoff.Designation;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Entitlement;
import org.obsenv.domain.signoff.Seat;

/** In which seat somebody acts who named none: the only one where she may. */
final class SeatChoice {
    private SeatChoice() {}

    static String of(LedgerAccess ledger, Optional<String> named, Optional<String> holder)
            throws LedgerAccess.Unusable {
        if (named.isPresent()) {
            return named.get();
        }
        OpenedLedger opened = ledger.opened();
        List<Designation> designations = DesignationAct.standing(ledger.read().designations());
        List<Seat> hers = opened.policy().seats().stream()
                .filter(seat -> holder.map(seat::isHeldBy).orElse(true))
                .filter(seat -> !(Entitlement.of(
                                seat,
                                designations,
                                opened.account(),
                                opened.clock().instant())
                        instanceof Entitlement.None))
                .toList();
        if (hers.size() == 1) {
            return hers.getFirst().id();
        }
        List<Seat> choice = hers.isEmpty() ? opened.policy().seats() : hers;
        throw new LedgerAccess.Unusable(
                ExitCodes.USAGE,
                Texts.words()
                        .text(
                                hers.isEmpty() ? "signoff.no-seat" : "signoff.which-seat",
                                "account",
                                opened.account(),
                                "seats",
                                String.join(", ", choice.stream().map(Seat::id).toList())));
    }
}
