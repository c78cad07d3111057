package org.obsenv.console.signoff;

import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.ImportedCheck;
import org.obsenv.domain.signoff.Policy;

/** A report that is being entered as a check: how far that is. */
sealed interface ReportSight {
    /** None is. */
    record Closed() implements ReportSight {}

    record Reading(String place) implements ReportSight {}

    /** It says how the check of that image ended, and waits to be entered. */
    record Found(Policy.Cell cell, Digest image, ImportedCheck.Said said) implements ReportSight {}

    /** It says nothing that could be entered, and why. */
    record Unsaid(String reason) implements ReportSight {}
}
