package org.obsenv.domain.signoff;

import java.util.Locale;

/**
 * From which act on a document is unverified. Those acts do not count, and nothing more is written behind them.
 *
 * @param from the number of the first act that is not known to be genuine; one more than there are where acts that
 *     once were there are missing
 */
public record Doubt(int from, Why why) {
    /** What speaks against it. */
    public enum Why {
        /** The act is not as it was sealed, or stands where it was not written. */
        CHANGED,
        /** It is sealed, and this program does not know what it says. */
        NOT_UNDERSTOOD,
        /** The store's own index knows more acts than the document has: an older copy was put back. */
        BEHIND_INDEX,
        /** Somebody has seen more acts, or others, on this workstation: an older store was put back. */
        BEHIND_SEEN,
        /** The store's index is missing or not genuine, so nobody can tell whether acts are missing. */
        NO_INDEX,
        /** There is no key to verify it with, or not the one that the site trusts. */
        NO_KEY;

        /** Lower case with hyphens, as in the bundles. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
