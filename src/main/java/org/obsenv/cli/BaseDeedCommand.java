package org.obsenv.cli;

import java.util.Optional;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.ListChange;
import org.obsenv.protocol.Verb;

/** Has base built from the list, as it can be read from here, with a change; believes what the disk shows afterwards. */
abstract class BaseDeedCommand extends VerbCommand {
    BaseDeedCommand(Sources sources, Screen screen, Waiting waiting) {
        super(Verb.SET_BASE, sources, screen, waiting);
    }

    /** Says first what would change. */
    abstract Known<ListChange> change(ListSight list, Opened opened);

    @Override
    final Known<Aim> aim(Opened opened) {
        return switch (opened.lists().orElseThrow().list()) {
            case Known.Unknown<ListSight>(String reason) -> Known.unknown(reason);
            case Known.Value<ListSight>(ListSight list) -> {
                Known<ListChange> change = change(list, opened);
                screen.out().flush();
                yield change.map(each -> new Aim.SetBase(list.sha256(), each));
            }
        };
    }

    @Override
    final boolean isDone(EnvironmentReading look) {
        return look.base() instanceof BaseState.Built;
    }

    @Override
    final int built(Outcome.Built built, EnvironmentReading look) {
        boolean isShown = look.base() instanceof BaseState.Built(var id)
                && built.generation().or(() -> Optional.of(id)).equals(Optional.of(id));
        if (isShown) {
            screen.line(
                    Screen.Style.STRONG,
                    words.text(
                            "base.proven",
                            "generation",
                            look.base().proven().orElseThrow().number()));
        } else {
            screen.line(Screen.Style.WARNING, words.text("base.unproven"));
        }
        return isShown ? ExitCodes.AT_BASE : ExitCodes.UNKNOWN;
    }
}
