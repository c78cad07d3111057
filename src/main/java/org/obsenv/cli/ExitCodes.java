package org.obsenv.cli;

import org.obsenv.domain.Verdict;

/** What the commands end with. */
final class ExitCodes {
    /** Everything is at base. */
    static final int AT_BASE = 0;

    /** Everything is known and something differs; of a verb: it did not do what was asked. */
    static final int DIFFERS = 1;

    /** Something is unknown. */
    static final int UNKNOWN = 2;

    /** The command line, the site file or the base list cannot be used. */
    static final int USAGE = 3;

    private ExitCodes() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.AtBase at -> AT_BASE;
            case Verdict.HeldAtBase held -> AT_BASE;
            case Verdict.Differ differ -> DIFFERS;
            case Verdict.Unknown unknown -> UNKNOWN;
        };
    }
}
