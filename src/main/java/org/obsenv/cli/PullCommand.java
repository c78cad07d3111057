package org.obsenv.cli;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Verb;
import picocli.CommandLine.Command;

/** {@code obsenv pull}: one pass of the auto-pull now, and what it brought as the disk shows it. */
@Command(sortOptions = false)
final class PullCommand extends VerbCommand {
    private static final Set<Flag> KEPT_OUT = EnumSet.of(Flag.REFUSED, Flag.REWRITTEN, Flag.UNBROUGHT);

    private SortedMap<PackageName, CommitId> before = new TreeMap<>();

    PullCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.SYNC, sources, screen, waiting);
    }

    @Override
    Known<Aim> aim(Opened opened) {
        before = heads(opened.reader().refresh());
        return super.aim(opened);
    }

    /** Not asked: a pass moves {@code deploy}, which may be what it was. */
    @Override
    boolean isDone(EnvironmentReading look) {
        return false;
    }

    @Override
    int built(Outcome.Built built, EnvironmentReading look) {
        heads(look).forEach((name, now) -> Optional.ofNullable(before.get(name))
                .filter(old -> !old.equals(now))
                .ifPresent(old -> screen.out()
                        .println(words.text(
                                "pull.brought", "package", name, "from", old.abbreviated(), "to", now.abbreviated()))));
        return built.notes().isEmpty() ? ExitCodes.AT_BASE : ExitCodes.DIFFERS;
    }

    private static SortedMap<PackageName, CommitId> heads(EnvironmentReading look) {
        SortedMap<PackageName, CommitId> heads = new TreeMap<>();
        for (PackageReading each : look.packages()) {
            deployed(each, look).ifPresent(commit -> heads.put(each.name(), commit));
        }
        return heads;
    }

    /** What {@code deploy} has of it: the offered head, unless that was not let in. */
    private static Optional<CommitId> deployed(PackageReading each, EnvironmentReading look) {
        if (each.flags().stream().noneMatch(KEPT_OUT::contains)) {
            return each.deployHead().found();
        }
        return look.current() instanceof SwitchState.Following ? each.running().found() : Optional.empty();
    }
}
