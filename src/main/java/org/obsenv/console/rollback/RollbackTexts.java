package org.obsenv.console.rollback;

import org.obsenv.words.Words;

/** The button's two lines for every state. Pure. */
final class RollbackTexts {
    private final Words words;
    private final Words endings = Words.of("endings");
    private final String actor;

    RollbackTexts(Words words, String actor) {
        this.words = words;
        this.actor = actor;
    }

    String title(RollbackState state) {
        return switch (state) {
            case RollbackState.Ready(Offer offer) ->
                words.text(offer instanceof Offer.Hold ? "rollback.hold" : "rollback.title");
            case RollbackState.CountingDown(Offer offer, long seconds) ->
                words.text("rollback.in", "act", acting(offer), "seconds", seconds);
            case RollbackState.Running(Offer offer, String step) -> acting(offer);
            case RollbackState.Awaiting(Offer offer) -> acting(offer);
        };
    }

    String sub(RollbackState state) {
        return switch (state) {
            case RollbackState.Ready(Offer offer) -> consequence(offer);
            case RollbackState.CountingDown counting -> words.text("rollback.cancel-hint");
            case RollbackState.Running(Offer offer, String step) -> step(step);
            case RollbackState.Awaiting awaiting -> words.text("rollback.awaiting");
        };
    }

    private String consequence(Offer offer) {
        return switch (offer) {
            case Offer.Move(int packages) -> words.count("rollback.moves", packages);
            case Offer.Hold hold -> words.text("rollback.hold.sub");
            case Offer.Unread unread -> words.text("rollback.unread");
            case Offer.NotYetRead none -> words.text("rollback.not-yet-read");
            case Offer.NoBase none -> words.text("rollback.no-base");
            case Offer.Blocked(Offer.Why why) -> words.text("rollback.blocked." + why.key(), "actor", actor);
        };
    }

    private String acting(Offer offer) {
        return switch (offer) {
            case Offer.Move(int packages) -> words.count("rollback.moving", packages);
            case Offer.Hold hold -> words.text("rollback.holding");
            case Offer.Unread unread -> words.text("rollback.rolling");
            case Offer.NotYetRead none -> words.text("rollback.rolling");
            case Offer.NoBase none -> words.text("rollback.rolling");
            case Offer.Blocked blocked -> words.text("rollback.rolling");
        };
    }

    private String step(String step) {
        String key = "step." + step;
        return endings.has(key) ? endings.text(key) : words.text("rollback.running");
    }
}
