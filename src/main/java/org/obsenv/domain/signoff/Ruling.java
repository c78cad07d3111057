package org.obsenv.domain.signoff;

import java.util.Map;
import org.obsenv.domain.Refusal;

/** Whether somebody may do something about a candidate. */
public sealed interface Ruling {
    /**
     * She may.
     *
     * @param deed as it is to be recorded: an acknowledgement says for whom
     * @param openChecks how many checks are missing or failing where that is allowed and to be said
     */
    record Allowed(Deed deed, int openChecks) implements Ruling {}

    /** She may not; the facts fill the refusal's text. */
    record Forbidden(Refusal refusal, Map<String, String> facts) implements Ruling {
        public Forbidden {
            facts = Map.copyOf(facts);
        }
    }
}
