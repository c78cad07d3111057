package org.obsenv.console.base;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.base.BaseRow.Kind;
import org.obsenv.console.base.BaseRow.Tone;
import org.obsenv.console.support.Times;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.basing.Brings;
import org.obsenv.domain.basing.PinChange;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts a package's pin, what it could become and what that brings into words. Pure. */
final class BaseRowTexts {
    private static final int LONGEST = 40;

    private final Words words;
    private final Times times;

    BaseRowTexts(Words words) {
        this.words = words;
        this.times = new Times(Words.of("console"));
    }

    /** {@code brings}: empty while it is not known yet. */
    BaseRow row(PackageReading reading, Draft draft, Optional<Known<Brings>> brings, Instant now) {
        PinChange change = draft.change(reading, words);
        List<String> odd = odd(reading, now);
        String told = "";
        Tone tone = Tone.QUIET;
        String to = "";
        Tone toTone = Tone.QUIET;
        Kind kind = Kind.SAME;
        switch (change) {
            case PinChange.Same same -> {
                kind = odd.isEmpty() ? Kind.SAME : Kind.NOTED;
                told = String.join(words.text("separator"), odd);
                tone = isBad(reading) ? Tone.BAD : odd.isEmpty() ? Tone.QUIET : Tone.WARN;
                to = draft.isEmpty() ? "" : pin(reading.pin());
                if (!draft.isEmpty() && odd.isEmpty()) {
                    told = words.text("row.unchanged");
                }
            }
            case PinChange.Other other -> {
                kind = Kind.CHANGED;
                boolean isBranch = other.to().kind() == Pin.Kind.BRANCH;
                to = isBranch
                        ? words.text(
                                "row.branch.to",
                                "branch",
                                Visible.cut(other.to().name(), LONGEST),
                                "commit",
                                other.to().commit().abbreviated())
                        : pin(other.to());
                told = brings(other, brings);
                tone = isBranch
                                || brings.flatMap(Known::found)
                                        .filter(BaseRowTexts::isLosing)
                                        .isPresent()
                        ? Tone.WARN
                        : Tone.QUIET;
                toTone = tone == Tone.WARN ? Tone.WARN : Tone.GOOD;
            }
            case PinChange.Stuck stuck -> {
                kind = Kind.STUCK;
                to = words.text("row.stuck.to", "asked", Visible.cut(stuck.asked(), LONGEST));
                toTone = Tone.BAD;
                told = Visible.line(stuck.problem());
                tone = Tone.BAD;
            }
        }
        return new BaseRow(
                reading.name(),
                kind,
                pin(reading.pin()),
                age(reading.pin(), now),
                column(draft, 0, reading),
                column(draft, 1, reading),
                to,
                toTone,
                told,
                tone,
                hint(reading));
    }

    private static String column(Draft draft, int index, PackageReading reading) {
        return draft.columns().size() <= index
                ? ""
                : draft.columns()
                        .get(index)
                        .wish(reading.name())
                        .map(each -> Visible.cut(each.asked(), LONGEST))
                        .orElse("–");
    }

    private static boolean isLosing(Brings brings) {
        return brings.contained() < brings.hotfixes()
                || brings.drift() instanceof Drift.Behind
                || brings.drift() instanceof Drift.Diverged;
    }

    private static boolean isBad(PackageReading reading) {
        return reading.pin() instanceof Pin.Unresolved
                || reading.pin() instanceof Pin.Absent
                || reading.pin() instanceof Pin.Unknown;
    }

    private String brings(PinChange.Other other, Optional<Known<Brings>> known) {
        List<String> parts = new ArrayList<>();
        if (known.isEmpty()) {
            parts.add(words.text(PinChange.commit(other.was()).isEmpty() ? "row.first-pin" : "row.counting"));
        } else if (known.get() instanceof Known.Unknown<Brings>(String reason)) {
            parts.add(words.text("row.uncounted", "reason", Visible.line(reason)));
        } else {
            parts.addAll(counted(known.get().found().orElseThrow()));
        }
        if (other.to().kind() == Pin.Kind.BRANCH) {
            parts.add(words.text("row.branch"));
        }
        return String.join(words.text("separator"), parts);
    }

    private List<String> counted(Brings brings) {
        List<String> parts = new ArrayList<>();
        parts.add(drift(brings.drift()));
        if (brings.releases() > 0) {
            parts.add(words.count("row.releases", brings.releases()));
        }
        if (brings.hotfixes() > 0 && !brings.isRunning()) {
            parts.add(words.text("row.hotfixes", "n", brings.contained(), "total", brings.hotfixes()));
        }
        if (brings.isRunning()) {
            parts.add(words.text("row.runs"));
        }
        return parts;
    }

    private String drift(Drift drift) {
        return switch (drift) {
            case Drift.AtPin same -> words.text("row.same-commit");
            case Drift.Ahead(int commits) -> words.count("row.ahead", commits);
            case Drift.Behind(int commits) -> words.count("row.behind", commits);
            case Drift.Diverged(int ahead, int behind) -> words.text("row.diverged", "ahead", ahead, "behind", behind);
            case Drift.Unknown(String reason) -> words.text("row.uncounted", "reason", Visible.line(reason));
        };
    }

    /** What is odd about the pin as it is. */
    private List<String> odd(PackageReading reading, Instant now) {
        List<String> odd = new ArrayList<>();
        switch (reading.pin()) {
            case Pin.Unresolved(var name, String problem) -> odd.add(Visible.line(problem));
            case Pin.Unknown(String reason) -> odd.add(Visible.line(reason));
            case Pin.Absent none -> odd.add(words.text("odd.absent"));
            case Pin.Kept kept -> odd.add(words.text("odd.kept"));
            case Pin.Resolved(var name, var kind, var commit, Instant at) -> {
                if (reading.flags().contains(Flag.PIN_OLD)) {
                    odd.add(words.text("odd.old", "age", times.age(at, now)));
                }
            }
        }
        if (reading.flags().contains(Flag.PIN_IS_BRANCH)) {
            odd.add(words.text("odd.branch"));
        }
        if (reading.flags().contains(Flag.PIN_NOT_ON_DEPLOY)) {
            odd.add(words.text("odd.off"));
        }
        if (reading.flags().contains(Flag.BASE_NOT_BUILT)) {
            odd.add(words.text("odd.unbuilt"));
        }
        return odd;
    }

    /** A pin as people call it: its name, or an abbreviated commit. */
    static String pin(Pin pin) {
        return switch (pin) {
            case Pin.Resolved(String name, Pin.Kind kind, CommitId commit, var at) ->
                kind == Pin.Kind.COMMIT ? commit.abbreviated() : Visible.cut(name, LONGEST);
            case Pin.Kept(CommitId commit, var at) -> commit.abbreviated();
            case Pin.Unresolved(String name, var problem) -> Visible.cut(name, LONGEST);
            case Pin.Absent none -> "–";
            case Pin.Unknown none -> "?";
        };
    }

    private String age(Pin pin, Instant now) {
        return switch (pin) {
            case Pin.Resolved resolved -> times.age(resolved.committedAt(), now);
            case Pin.Kept kept -> times.age(kept.committedAt(), now);
            case Pin.Unresolved none -> "";
            case Pin.Absent none -> "";
            case Pin.Unknown none -> "";
        };
    }

    private String hint(PackageReading reading) {
        return PinChange.commit(reading.pin())
                .map(commit -> words.text(
                        "hint.pin",
                        "commit",
                        commit.hex(),
                        "running",
                        reading.running().found().map(CommitId::abbreviated).orElseGet(() -> words.text("unknown"))))
                .orElse("");
    }
}
