package org.obsenv.console.rollback;

/** What the button would do now. */
public sealed interface Offer {
    /** Moves so many packages, and holds. */
    record Move(int packages) implements Offer {}

    /** Everything runs base already, while following: a hold keeps it there. */
    record Hold() implements Offer {}

    /** The disk cannot be read here, so what would move is not known; the helper reads its own disk. */
    record Unread() implements Offer {}

    /** The first look has not come back; the helper reads its own disk. */
    record NotYetRead() implements Offer {}

    /** No base was ever built; the helper will say so too. */
    record NoBase() implements Offer {}

    /** Nothing, and why. */
    record Blocked(Why why) implements Offer {}

    /** Why the button is disabled. */
    enum Why {
        HELD_AT_BASE("held"),
        NOT_PERMITTED("not-permitted"),
        WATCH_ONLY("watch-only");

        private final String key;

        Why(String key) {
            this.key = key;
        }

        /** The end of the text's key. */
        String key() {
            return key;
        }
    }
}
