package org.obsenv.domain;

import java.util.Locale;

/** Something a person must know about an act that was done. */
public enum Remark {
    /** The base list was edited and not built: the last proven base was used. */
    LIST_EDITED,
    /** The list of base cannot be read: the last proven base was used. */
    LIST_UNREADABLE,
    /** The switch is done; its journal entry is not. */
    RECORD_INCOMPLETE,
    /** The switch is done; the disk did not confirm that it lasts. */
    UNCONFIRMED,
    /** A verb that did not let go of the switch was ended. */
    HOLDER_ENDED,
    /** {@code current} named nothing usable before. */
    LEFT_UNREADABLE;

    /** Lower case with hyphens, as in the protocol and the bundle. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
