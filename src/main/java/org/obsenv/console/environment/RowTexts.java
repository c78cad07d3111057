package org.obsenv.console.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.console.support.Tag;
import org.obsenv.console.support.Times;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts a package's reading into words. Pure. */
public final class RowTexts {
    /** So long a reason still fits into a tag; a longer one is in the row's hint. */
    private static final int LONGEST_WHY = 20;

    /** A pin that names nothing first: it is why the row is unknown. */
    private static final Comparator<Flag> LOUDEST =
            Comparator.comparing(RowTexts::tone).thenComparing(flag -> flag != Flag.PIN_MISSING);

    private final Words words;
    private final Times times;

    public RowTexts(Words words) {
        this.words = words;
        this.times = new Times(words);
    }

    /** The row for a reading at a time. */
    public PackageRow row(PackageReading each, Instant now) {
        return row(each, now, false);
    }

    /**
     * The row for a reading at a time.
     *
     * @param blind whether nothing could be read, which the page says once and not again in every row
     */
    public PackageRow row(PackageReading each, Instant now, boolean blind) {
        DriftState state = DriftState.of(each.runningDrift());
        DriftState deployState = DriftState.of(each.deployDrift());
        Optional<CommitSummary> change = each.lastChange().found();
        return new PackageRow(
                each.name().text(),
                state,
                words.text("state." + state.key()),
                running(each),
                deploy(each),
                pinName(each.pin()),
                pinDate(each.pin()).map(at -> times.age(at, now)).orElse(""),
                blind ? "" : why(each),
                change.map(commit -> Visible.line(commit.subject())).orElseGet(() -> words.text("unknown")),
                change.map(commit -> words.text("row.who", "who", Visible.line(commit.author())))
                        .orElse(""),
                change.map(commit -> words.text("row.age", "age", times.age(commit.at(), now)))
                        .orElse(""),
                change.map(CommitSummary::at),
                state != DriftState.AT_BASE || (deployState != DriftState.AT_BASE && !isRefused(each)),
                blind ? List.of() : attention(each, now),
                hint(each, now),
                each);
    }

    private static String why(PackageReading each) {
        return each.runningDrift() instanceof Drift.Unknown(String why) ? Visible.line(why) : "";
    }

    private PackageRow.Commits running(PackageReading each) {
        return switch (each.running()) {
            case Known.Unknown<CommitId> unknown -> unknownCommit();
            case Known.Value<CommitId>(CommitId commit) ->
                each.runningDrift() instanceof Drift.AtPin && !(each.pin() instanceof Pin.Kept)
                        ? new PackageRow.Commits(pinName(each.pin()), "", "", false)
                        : commits(commit, each.runningDrift());
        };
    }

    private PackageRow.Commits deploy(PackageReading each) {
        return switch (each.deployHead()) {
            case Known.Unknown<CommitId> unknown -> unknownCommit();
            case Known.Value<CommitId>(CommitId commit) ->
                each.running().found().filter(commit::equals).isPresent()
                        ? new PackageRow.Commits(words.text("row.same"), "", "", true)
                        : commits(commit, each.deployDrift());
        };
    }

    private PackageRow.Commits unknownCommit() {
        return new PackageRow.Commits(words.text("unknown"), "", "", true);
    }

    private PackageRow.Commits commits(CommitId commit, Drift drift) {
        String text = commit.abbreviated();
        return switch (drift) {
            case Drift.AtPin at -> new PackageRow.Commits(text, "", "", false);
            case Drift.Ahead(int ahead) -> new PackageRow.Commits(text, plus(ahead), "", false);
            case Drift.Behind(int behind) -> new PackageRow.Commits(text, "", minus(behind), false);
            case Drift.Diverged(int ahead, int behind) ->
                new PackageRow.Commits(text, plus(ahead), minus(behind), false);
            case Drift.Unknown unknown -> new PackageRow.Commits(text, "", "", false);
        };
    }

    private static String plus(int commits) {
        return "+" + commits;
    }

    private static String minus(int commits) {
        return "−" + commits;
    }

    /** The pin as the list spells it. */
    public String pinName(Pin pin) {
        return switch (pin) {
            case Pin.Resolved resolved ->
                CommitId.isFull(resolved.name()) ? resolved.commit().abbreviated() : Visible.line(resolved.name());
            case Pin.Kept kept -> words.text("pin.kept", "commit", kept.commit().abbreviated());
            case Pin.Unresolved unresolved -> words.text("pin.unresolved", "name", Visible.line(unresolved.name()));
            case Pin.Absent absent -> words.text("pin.absent");
            case Pin.Unknown unknown -> words.text("unknown");
        };
    }

    private static Optional<Instant> pinDate(Pin pin) {
        return switch (pin) {
            case Pin.Resolved resolved -> Optional.of(resolved.committedAt());
            case Pin.Kept kept -> Optional.of(kept.committedAt());
            case Pin.Unresolved unresolved -> Optional.empty();
            case Pin.Absent absent -> Optional.empty();
            case Pin.Unknown unknown -> Optional.empty();
        };
    }

    /** The loudest first: where there is little room, they are seen. */
    private List<Tag> attention(PackageReading each, Instant now) {
        if (each.flags().isEmpty() && each.runningDrift() instanceof Drift.Unknown) {
            return List.of(new Tag(words.text("flag.unread"), Tag.Tone.BAD));
        }
        return each.flags().stream()
                .sorted(LOUDEST)
                .map(flag -> new Tag(flagText(flag, each, now), tone(flag)))
                .toList();
    }

    private String flagText(Flag flag, PackageReading each, Instant now) {
        String age = pinDate(each.pin())
                .map(at -> times.duration(Duration.between(at, now)))
                .orElseGet(() -> words.text("unknown"));
        Optional<String> what = each.refusedFor().map(Visible::line);
        String why = what.or(() -> each.reason().map(Visible::line)).orElse("");
        boolean told = flag == Flag.REFUSED && !why.isEmpty() && (what.isPresent() || why.length() <= LONGEST_WHY);
        return words.text("flag." + flag.written() + (told ? ".why" : ""), "age", age, "why", why);
    }

    private static Tag.Tone tone(Flag flag) {
        return switch (flag) {
            case ALARM,
                    UNCOMMITTED,
                    OFF_DEPLOY,
                    PIN_NOT_ON_DEPLOY,
                    PIN_MISSING,
                    REWRITTEN,
                    REFUSED,
                    BRANCH_GONE,
                    UNBROUGHT -> Tag.Tone.BAD;
            case PIN_IS_BRANCH, PIN_OLD, BASE_NOT_BUILT, STALE, TAG_UNPUSHED, TAGS_INCOMPLETE, DETACHED ->
                Tag.Tone.WARN;
            case UNTRACKED -> Tag.Tone.QUIET;
        };
    }

    private static boolean isRefused(PackageReading each) {
        return each.flags().contains(Flag.REFUSED);
    }

    private String hint(PackageReading each, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text("hint.running", "commit", full(each.running())));
        lines.add(words.text("hint.deploy", "commit", full(each.deployHead())));
        lines.add(words.text("hint.pin", "pin", pinName(each.pin())));
        pinDate(each.pin()).ifPresent(at -> lines.add(words.text("hint.pin-date", "time", times.exact(at))));
        each.lastChange()
                .found()
                .ifPresent(commit -> lines.add(words.text(
                        "hint.change", "who", Visible.line(commit.author()), "time", times.exact(commit.at()))));
        if (each.pin() instanceof Pin.Unresolved unresolved) {
            lines.add(Visible.line(unresolved.problem()));
        }
        each.reason().ifPresent(why -> lines.add(Visible.line(why)));
        List<Tag> attention = attention(each, now);
        if (!attention.isEmpty()) {
            lines.add(words.text(
                    "hint.attention",
                    "tags",
                    attention.stream().map(Tag::text).collect(Collectors.joining(words.text("separator")))));
        }
        return String.join("\n", lines);
    }

    private String full(Known<CommitId> commit) {
        return switch (commit) {
            case Known.Value<CommitId>(CommitId id) -> id.hex();
            case Known.Unknown<CommitId>(String why) -> words.text("unknown.because", "why", Visible.line(why));
        };
    }
}
