package org.obsenv.cli;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.domain.basing.ListVersion;
import org.obsenv.domain.basing.PinText;
import org.obsenv.words.Words;

/** What the commands say of base lists. */
record BaseLists(Screen screen, Words words) {
    BaseLists(Screen screen) {
        this(screen, Texts.words());
    }

    String cycle(Optional<String> cycle) {
        return cycle.map(each -> words.text("base.cycle", "cycle", screen.foreign(each)))
                .orElse("");
    }

    /** Says why a list cannot be shown. */
    int unknown(String reason) {
        screen.line(Screen.Style.BAD, words.text("base.list.unknown", "reason", screen.foreign(reason)));
        return ExitCodes.UNKNOWN;
    }

    String who(ListVersion version) {
        String who = screen.foreign(version.who());
        return switch (version.how()) {
            case ASKED -> who;
            case BY_HAND -> words.text("base.version.by-hand", "who", who);
        };
    }

    String pin(Optional<PinText> pin) {
        return pin.map(each -> screen.foreign(each.written())).orElseGet(() -> words.text("base.pin.none"));
    }

    /** Names the pins that differ, and gives the exit code. */
    int differences(ListSight older, ListSight newer) {
        SortedSet<PackageName> names = new TreeSet<>(older.pins().keySet());
        names.addAll(newer.pins().keySet());
        int differing = 0;
        for (PackageName name : names) {
            Optional<PinText> was = Optional.ofNullable(older.pins().get(name));
            Optional<PinText> now = Optional.ofNullable(newer.pins().get(name));
            if (!was.equals(now)) {
                differing++;
                screen.out().println(words.text("base.differs", "name", name, "from", pin(was), "to", pin(now)));
            }
        }
        if (differing == 0) {
            screen.out().println(words.text("base.same"));
        }
        return differing == 0 ? ExitCodes.AT_BASE : ExitCodes.DIFFERS;
    }

    /** A version by its number, or the list as it is. */
    static Known<ListSight> read(Opened opened, Optional<Integer> number) {
        var lists = opened.lists().orElseThrow();
        return number.map(lists::version).orElseGet(lists::list);
    }
}
