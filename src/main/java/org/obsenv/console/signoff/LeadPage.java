package org.obsenv.console.signoff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.obsenv.console.support.Mark;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.Step;

/**
 * Everything about one candidate, in words.
 *
 * @param alarms what must be known before anything else: an unverified document, a tag that moved
 * @param promotion what keeps it from being recommended, or who recommended it
 * @param isOpen whether more can be done about it
 * @param anew the tag that means another image now and may be proposed anew
 * @param desk what this person may enter besides
 */
record LeadPage(
        String id,
        Revision revision,
        Optional<Digest> digest,
        String title,
        boolean isBad,
        List<Piece> sub,
        List<String> alarms,
        List<Rung> rungs,
        String signed,
        List<SeatRow> seats,
        String checksPassed,
        List<String> deployments,
        List<CheckRow> checks,
        String lastCheck,
        String promotion,
        Offer offer,
        String primaryTitle,
        String primarySub,
        List<OwnAct> own,
        boolean isOpen,
        Optional<String> anew,
        Desk desk) {
    LeadPage {
        sub = List.copyOf(sub);
        alarms = List.copyOf(alarms);
        rungs = List.copyOf(rungs);
        seats = List.copyOf(seats);
        deployments = List.copyOf(deployments);
        checks = List.copyOf(checks);
        own = List.copyOf(own);
    }

    /** A part of a line; {@code ticket} where it is one that can be opened. */
    record Piece(String text, Optional<String> ticket) {}

    /** A step of the ladder: how it is drawn, what it is, how far it is. */
    record Rung(Step step, Reach reach, String title, String detail) {}

    enum Reach {
        DONE,
        NOW,
        AHEAD,
        AGAINST;

        String styleClass() {
            return "rung-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A stakeholder.
     *
     * @param again what is asked of her although she signed; empty while what she signed counts
     * @param struck what she signed is no longer what is asked about
     */
    record SeatRow(
            Mark.Shape shape, String title, String who, String detail, String again, boolean struck, boolean isYours) {}

    /** A repository's checks, a cell for each deployment. */
    record CheckRow(String repository, List<Cell> cells) {
        CheckRow {
            cells = List.copyOf(cells);
        }
    }

    /** {@code detail}: by whom, when, and where it can be seen. */
    record Cell(Mark.Shape shape, String word, String detail) {}

    /** An act of this person's own that she may take back, and when it was: a signature, an objection, a proposal. */
    record OwnAct(int number, String title, String when, boolean isSignature) {}
}
