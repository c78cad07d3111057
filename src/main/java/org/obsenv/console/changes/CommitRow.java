package org.obsenv.console.changes;

import java.util.List;
import java.util.Optional;
import org.obsenv.console.support.Tag;
import org.obsenv.domain.CommitId;

/**
 * One line of the commit list, in words.
 *
 * @param sign {@code +} for a commit the pin lacks, {@code −} for one only the pin has, empty for the pin itself
 * @param commit its abbreviated id, as shown
 * @param id its full id; empty for a note
 * @param ticket the ticket it belongs to
 * @param tags what it is, its tags, and whether a default branch has it
 * @param exact all that has no room, for the hint
 */
record CommitRow(
        Kind kind,
        String sign,
        String commit,
        Optional<CommitId> id,
        String subject,
        String who,
        Optional<String> ticket,
        List<Tag> tags,
        String age,
        String exact) {
    enum Kind {
        GAINED,
        LOST,
        PIN,
        NOTE
    }

    CommitRow {
        tags = List.copyOf(tags);
    }

    /** True for a commit that is compared, not for the pin that it is compared with. */
    boolean isCommit() {
        return kind == Kind.GAINED || kind == Kind.LOST;
    }

    /** Words of ours between the commits. */
    static CommitRow note(String text) {
        return new CommitRow(Kind.NOTE, "", "", Optional.empty(), text, "", Optional.empty(), List.of(), "", "");
    }

    /** All of it as plain text. */
    String told() {
        StringBuilder text =
                new StringBuilder(String.join(" ", sign, commit, subject, who).strip());
        ticket.ifPresent(each -> text.append(' ').append(each));
        tags.forEach(each -> text.append(", ").append(each.text()));
        return text.append(age.isEmpty() ? "" : ", " + age).toString();
    }
}
