package org.obsenv.console.environment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.support.Tag;
import org.obsenv.domain.Flag;
import org.obsenv.domain.PackageReading;

/**
 * One package as the table shows it, in words.
 *
 * @param word the state's word
 * @param running what runs: the pin's name when it is the pin, else the commit
 * @param deploy what deploy offers: "same" as running, or the commit
 * @param pin the pin's name
 * @param pinAge how old the pin's commit is; empty when it is not known
 * @param why of an unknown package why it is unknown, unless the page says it of all; else empty
 * @param change the newest change's subject on deploy
 * @param changeBy its author
 * @param changeAge how old it is
 * @param changedAt for sorting; empty when it is not known
 * @param differs whether running or deploy is not the pin
 * @param hint the exact facts, for the pointer and for a screen reader
 */
public record PackageRow(
        String name,
        DriftState state,
        String word,
        Commits running,
        Commits deploy,
        String pin,
        String pinAge,
        String why,
        String change,
        String changeBy,
        String changeAge,
        Optional<Instant> changedAt,
        boolean differs,
        List<Tag> attention,
        String hint,
        PackageReading reading) {
    /**
     * A commit's name, and its distance from the pin.
     *
     * @param quiet whether it says nothing new
     */
    public record Commits(String text, String ahead, String behind, boolean quiet) {}

    public PackageRow {
        attention = List.copyOf(attention);
    }

    /** Whether somebody should look at it. */
    public boolean needsAttention() {
        return state == DriftState.UNKNOWN || attention.stream().anyMatch(each -> each.tone() != Tag.Tone.QUIET);
    }

    /** Whether something about it is wrong, and not only worth a look. */
    public boolean isWrong() {
        return attention.stream().anyMatch(each -> each.tone() == Tag.Tone.BAD);
    }

    /** Whether what runs is not known to be the pin. */
    public boolean isOffBase() {
        return state != DriftState.AT_BASE;
    }

    /** Whether what runs is known to differ, as the verdict counts it; what is unknown asks for attention instead. */
    public boolean isKnownToDiffer() {
        boolean edited = reading.flags().contains(Flag.UNCOMMITTED);
        return switch (state) {
            case AT_BASE -> edited;
            case AHEAD, BEHIND, DIVERGED -> true;
            case UNKNOWN -> false;
        };
    }

    /** True when the text occurs in anything the row shows or stands for. */
    public boolean mentions(String wanted) {
        return List.of(
                        name,
                        word,
                        running.text(),
                        deploy.text(),
                        pin,
                        why,
                        change,
                        changeBy,
                        hint,
                        reading.running().found().map(Object::toString).orElse(""),
                        reading.deployHead().found().map(Object::toString).orElse(""))
                .stream()
                .anyMatch(each -> containsIgnoringCase(each, wanted));
    }

    private static boolean containsIgnoringCase(String text, String wanted) {
        int last = text.length() - wanted.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
