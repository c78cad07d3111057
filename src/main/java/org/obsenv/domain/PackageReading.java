package org.obsenv.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One package at one moment: what runs, what the deploy branch offers, what base says.
 *
 * @param running the commit that importing processes get
 * @param deployHead the newest known head of the deploy branch at its remote, refused or not
 * @param runningDrift how {@code running} stands to the pin
 * @param deployDrift how {@code deployHead} stands to the pin
 * @param lastChange the newest commit on deploy
 * @param reason why something is unknown or refused, in words for a person; empty when there is nothing to say
 * @param refusal what the gate found of the deploy head; empty unless it was refused for good
 */
public record PackageReading(
        PackageName name,
        Known<CommitId> running,
        Known<CommitId> deployHead,
        Pin pin,
        Drift runningDrift,
        Drift deployDrift,
        Known<CommitSummary> lastChange,
        Set<Flag> flags,
        Optional<String> reason,
        Optional<GateRefusal> refusal) {
    public PackageReading {
        EnumSet<Flag> copy = EnumSet.noneOf(Flag.class);
        copy.addAll(flags);
        flags = Collections.unmodifiableSet(copy);
    }

    /** One whose deploy head was not refused for good. */
    public PackageReading(
            PackageName name,
            Known<CommitId> running,
            Known<CommitId> deployHead,
            Pin pin,
            Drift runningDrift,
            Drift deployDrift,
            Known<CommitSummary> lastChange,
            Set<Flag> flags,
            Optional<String> reason) {
        this(name, running, deployHead, pin, runningDrift, deployDrift, lastChange, flags, reason, Optional.empty());
    }

    /** The same with what the gate found of its deploy head. */
    public PackageReading refused(Optional<GateRefusal> found) {
        return new PackageReading(
                name, running, deployHead, pin, runningDrift, deployDrift, lastChange, flags, reason, found);
    }

    /** The same with one more flag, and what is to be said of it besides. */
    public PackageReading flagged(Flag flag, String text) {
        EnumSet<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        Optional<String> both =
                Optional.of(reason.map(first -> first + "; " + text).orElse(text));
        return new PackageReading(
                name, running, deployHead, pin, runningDrift, deployDrift, lastChange, more, both, refusal);
    }

    /** What the gate found of the deploy head, in a few words such as "does not compile". */
    public Optional<String> refusedFor() {
        return refusal.map(GateRefusal::what);
    }

    /** A package about which nothing could be read. */
    public static PackageReading unknown(PackageName name, String reason) {
        return new PackageReading(
                name,
                Known.unknown(reason),
                Known.unknown(reason),
                new Pin.Unknown(reason),
                new Drift.Unknown(reason),
                new Drift.Unknown(reason),
                Known.unknown(reason),
                Set.of(),
                Optional.of(reason));
    }
}
