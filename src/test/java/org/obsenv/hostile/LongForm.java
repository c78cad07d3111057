package org.obsenv.hostile;

/** Whether the long form of a proof is asked for, as {@code packaging/proofs.sh} does: hours, not minutes. */
final class LongForm {
    static final boolean ASKED = Boolean.getBoolean("obsenv.proofs.long");

    private LongForm() {}
}
