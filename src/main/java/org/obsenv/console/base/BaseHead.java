package org.obsenv.console.base;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.support.Times;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.Known;
import org.obsenv.domain.Permission;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.domain.basing.ListVersion;
import org.obsenv.domain.basing.ReviewDue;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** What stands over the table: the verdict, where the proposal comes from, and whether it can be built. Pure. */
final class BaseHead {
    private final Words words;
    private final String actor;
    private final Times times = new Times(Words.of("console"));

    BaseHead(Words words, String actor) {
        this.words = words;
        this.actor = actor;
    }

    /**
     * What is known when the head is said.
     *
     * @param list as it is on the disk
     * @param seen the text that the proposal was made on
     */
    record Facts(
            Optional<Known<ListSight>> list,
            Optional<ListSight> seen,
            Optional<BaseState> base,
            Draft draft,
            List<BaseRow> rows,
            Permission maySet,
            Permission mayReview,
            boolean isRunning,
            Instant now) {
        long count(BaseRow.Kind kind) {
            return rows.stream().filter(each -> each.kind() == kind).count();
        }

        boolean isMoved() {
            Optional<ListSight> there = list.flatMap(Known::found);
            return seen.isPresent()
                    && there.isPresent()
                    && !there.get().sha256().equals(seen.get().sha256());
        }

        boolean isUnbuilt() {
            return base.filter(each -> each instanceof BaseState.Edited || each instanceof BaseState.NotBuilt)
                    .isPresent();
        }
    }

    BaseLook look(Facts facts) {
        Optional<ListSight> list = facts.list().flatMap(Known::found);
        boolean isUnknown = list.isEmpty() && facts.list().isPresent();
        return new BaseLook(
                title(facts),
                list.map(each -> sub(facts, each)).orElse(""),
                isUnknown,
                warning(facts),
                facts.isMoved(),
                build(facts),
                blocked(facts),
                review(facts));
    }

    private String title(Facts facts) {
        if (facts.list().isEmpty()) {
            return words.text("title.not-yet");
        }
        Optional<ListSight> list = facts.list().get().found();
        if (list.isEmpty()) {
            return words.text("title.unknown");
        }
        if (!facts.draft().isEmpty()) {
            long changes = facts.count(BaseRow.Kind.CHANGED);
            long stuck = facts.count(BaseRow.Kind.STUCK);
            String first = words.count("title.changes", changes);
            return stuck == 0 ? first : first + words.count("title.stuck", stuck);
        }
        if (facts.isUnbuilt()) {
            return words.text("title.unbuilt");
        }
        long stuck = facts.rows().stream()
                .filter(each -> each.bringsTone() == BaseRow.Tone.BAD)
                .count();
        if (stuck > 0) {
            return words.count("title.bad", stuck);
        }
        return list.get()
                .cycle()
                .map(cycle -> words.text("title.cycle", "cycle", Visible.line(cycle)))
                .orElseGet(() -> words.text("title.plain"));
    }

    private String sub(Facts facts, ListSight list) {
        List<String> parts = new ArrayList<>();
        facts.draft()
                .columns()
                .forEach(each -> parts.add(each.list()
                        .cycle()
                        .map(cycle -> words.text(
                                "sub.from.cycle",
                                "cycle",
                                Visible.line(cycle),
                                "file",
                                Visible.line(each.list().name())))
                        .orElseGet(() -> words.text(
                                "sub.from", "file", Visible.line(each.list().name())))));
        facts.draft().version().ifPresent(number -> parts.add(words.text("sub.version", "number", number)));
        String today = list.cycle()
                .filter(cycle -> !facts.draft().isEmpty())
                .map(cycle -> words.text("sub.today", "cycle", Visible.line(cycle)))
                .orElse("");
        parts.add(today + since(list.since(), facts.now()));
        parts.add(due(ReviewDue.of(list.reviewed(), facts.now()), facts.now()));
        return String.join(words.text("separator"), parts);
    }

    private String since(ListVersion version, Instant now) {
        String age = times.age(version.at(), now);
        String who = Visible.line(version.who());
        return switch (version.how()) {
            case ASKED -> words.text("sub.set", "age", age, "by", who);
            case BY_HAND -> words.text("sub.edited", "age", age, "by", who);
        };
    }

    private String due(ReviewDue due, Instant now) {
        return switch (due) {
            case ReviewDue.Never never -> words.text("review.never");
            case ReviewDue.Due(var last, var since) ->
                words.text("review.due", "age", times.age(last.at(), now), "by", Visible.line(last.by()));
            case ReviewDue.Held(var last, var left) ->
                words.text("review.held", "left", times.duration(left), "by", Visible.line(last.by()));
        };
    }

    private String warning(Facts facts) {
        if (facts.list().orElse(null) instanceof Known.Unknown<ListSight>(String reason)) {
            return words.text("warning.unreadable", "reason", Visible.line(reason));
        }
        if (facts.isMoved()) {
            ListVersion since = facts.list().flatMap(Known::found).orElseThrow().since();
            return words.text(
                    "warning.moved", "time", Times.since(since.at(), facts.now()), "by", Visible.line(since.who()));
        }
        return facts.isUnbuilt() && facts.draft().isEmpty() ? words.text("warning.unbuilt") : "";
    }

    private String build(Facts facts) {
        return facts.draft()
                .version()
                .map(number -> words.text("build.version", "number", number))
                .orElseGet(() -> facts.draft().isEmpty()
                        ? words.text("build.as-is")
                        : words.count("build.changes", facts.count(BaseRow.Kind.CHANGED)));
    }

    private Optional<String> blocked(Facts facts) {
        if (facts.isRunning()) {
            return Optional.of(words.text("blocked.running"));
        }
        if (facts.maySet() instanceof Permission.Denied) {
            return Optional.of(words.text("blocked.not-permitted", "actor", actor));
        }
        if (facts.list().flatMap(Known::found).isEmpty()) {
            return Optional.of(words.text("blocked.unknown"));
        }
        if (facts.isMoved()) {
            return Optional.of(words.text("blocked.moved"));
        }
        Optional<BaseRow> stuck = facts.rows().stream().filter(BaseRow::isOpen).findFirst();
        if (stuck.isPresent()) {
            return Optional.of(
                    words.text("blocked.stuck", "package", stuck.get().name()));
        }
        boolean isNothing = facts.count(BaseRow.Kind.CHANGED) == 0
                && facts.draft().version().isEmpty()
                && !facts.isUnbuilt();
        return isNothing ? Optional.of(words.text("blocked.nothing")) : Optional.empty();
    }

    private Optional<String> review(Facts facts) {
        if (facts.isRunning()) {
            return Optional.of(words.text("blocked.running"));
        }
        if (facts.mayReview() instanceof Permission.Denied) {
            return Optional.of(words.text("blocked.not-permitted", "actor", actor));
        }
        if (facts.list().flatMap(Known::found).isEmpty()) {
            return Optional.of(words.text("blocked.unknown"));
        }
        return facts.isMoved() ? Optional.of(words.text("blocked.moved")) : Optional.empty();
    }
}
