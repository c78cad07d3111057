package org.obsenv.helper;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.base.BaseList;
import org.obsenv.base.ListedPin;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Exchanges the base list for another text: both are kept first, the old one as it was found and the new one as asked. */
record ListMove(Act act, ListFile found, AskedList.Text text, ListVersions versions) {
    private static final int LONGEST = 600;

    static ListMove of(Act act, ListFile found, AskedList.Text text, ListVersions versions) {
        return new ListMove(act, found, text, versions);
    }

    /** What was changed, in a line; empty when the list is the one that was found. */
    Optional<String> write() throws IOException, RefusedException {
        versions.found(found);
        if (!text.isNew()) {
            return Optional.empty();
        }
        int number = versions.asked(text.bytes(), text.list());
        if (!found.isUnchanged()) {
            throw new RefusedException(
                    Refusal.BAD_LIST, Map.of("problem", found.file() + " was edited while base was being built"));
        }
        found.replace(text.bytes());
        String changes = Visible.cut(changes(found.list(), text.list()), LONGEST);
        return Optional.of(Words.of("endings").text("note.list-changed", "number", number, "changes", changes));
    }

    private static String changes(BaseList before, BaseList after) {
        String pins = after.pins().entrySet().stream()
                .filter(each -> !before.pin(each.getKey())
                        .filter(was -> was.isSame(each.getValue()))
                        .isPresent())
                .map(each -> change(each, before.pin(each.getKey())))
                .collect(Collectors.joining(", "));
        return pins.isEmpty() ? "no pin" : pins;
    }

    private static String change(Map.Entry<PackageName, ListedPin> now, Optional<ListedPin> was) {
        return now.getKey() + " " + was.map(ListedPin::written).orElse("-") + " \u2192 "
                + now.getValue().written();
    }
}
