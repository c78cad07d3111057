package org.obsenv.domain.signoff;

import java.util.List;
import java.util.Optional;

/** What a report of somebody else's run of notebooks comes to, for one image. */
public sealed interface ImportedCheck {
    /**
     * It says how the check ended.
     *
     * @param passed that ran without error
     * @param failed that did not
     * @param skipped that did not run, which is no pass
     * @param evidence the source and its counts, as they are to be recorded; short enough for that
     * @param remarks what a person should know before she relies on it
     */
    record Said(Deed.CheckResult result, long passed, long failed, long skipped, String evidence, List<String> remarks)
            implements ImportedCheck {
        public Said {
            remarks = List.copyOf(remarks);
        }

        /** What is to be recorded of it. */
        public Deed.Checked deed(Policy.Cell cell) {
            return new Deed.Checked(cell, result, Optional.of(evidence));
        }
    }

    /** It says nothing that could be recorded: nothing ran, it is of another image, it cannot be read. */
    record Unsaid(String reason) implements ImportedCheck {}
}
