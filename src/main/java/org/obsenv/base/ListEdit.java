package org.obsenv.base;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.PackageName;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlEdit;
import org.obsenv.yaml.YamlProblem;

/**
 * The list with other pins, and every other byte as it was: people keep it by hand, and their comments, order, quotes
 * and line ends are theirs. The result is read again and compared with what was meant; what cannot be changed without
 * loss is a complaint that names its line.
 */
public final class ListEdit {
    private static final String PACKAGES = "packages";
    private static final String UNPINNED = "unpinned";
    private static final String CYCLE = "cycle";

    private final String name;
    private final BaseList list;
    private final YamlEdit edit;
    private final Optional<String> within;

    private ListEdit(String name, byte[] bytes) throws YamlProblem {
        this.name = name;
        this.list = BaseList.parse(name, bytes);
        this.edit = YamlEdit.of(name, bytes, StrictYaml.LARGE);
        this.within = StrictYaml.mapping(name, bytes, StrictYaml.LARGE).has(PACKAGES)
                ? Optional.of(PACKAGES)
                : Optional.empty();
    }

    /**
     * The new bytes.
     *
     * @param name stands for the file in complaints
     * @param pins what is to be said of these packages from now on, wherever their lines are; the others stay
     * @param cycle the cycle build that the list belongs to from now on; empty to leave what it says
     */
    public static byte[] of(String name, byte[] bytes, Map<PackageName, ListedPin> pins, Optional<String> cycle)
            throws YamlProblem {
        return new ListEdit(name, bytes).to(pins, cycle);
    }

    private byte[] to(Map<PackageName, ListedPin> pins, Optional<String> cycle) throws YamlProblem {
        boolean hasUnpinned = list.pins().values().stream().anyMatch(ListedPin.Keep.class::isInstance);
        Map<PackageName, ListedPin> changed = new LinkedHashMap<>(pins);
        changed.entrySet().removeIf(each -> list.pin(each.getKey())
                .filter(was -> was.isSame(each.getValue()))
                .isPresent());
        for (Map.Entry<PackageName, ListedPin> each : changed.entrySet()) {
            @Nullable ListedPin was = list.pins().get(each.getKey());
            if (was instanceof ListedPin.Named) {
                named(each.getKey(), each.getValue());
            } else if (was instanceof ListedPin.Keep) {
                kept(each.getKey(), each.getValue());
            }
        }
        for (Map.Entry<PackageName, ListedPin> each : changed.entrySet()) {
            boolean isThere = list.pin(each.getKey())
                    .filter(was -> was.getClass() == each.getValue().getClass())
                    .isPresent();
            if (!isThere) {
                hasUnpinned |= add(each.getKey(), each.getValue(), hasUnpinned);
            }
        }
        if (cycle.isPresent() && !list.cycle().equals(cycle)) {
            if (list.cycle().isPresent()) {
                edit.set(Optional.empty(), CYCLE, cycle.get());
            } else {
                edit.addFirst(CYCLE, cycle.get());
            }
        }
        return proven(changed, cycle);
    }

    private void named(PackageName each, ListedPin to) throws YamlProblem {
        switch (to) {
            case ListedPin.Named pin -> edit.set(within, each.text(), pin.written());
            case ListedPin.Keep keep -> {
                if (within.isPresent()) {
                    edit.remove(PACKAGES, each.text());
                } else {
                    edit.remove(each.text());
                }
            }
        }
    }

    private void kept(PackageName each, ListedPin to) throws YamlProblem {
        switch (to) {
            case ListedPin.Named pin -> edit.remove(UNPINNED, each.text());
            case ListedPin.Keep keep -> edit.set(Optional.of(UNPINNED), each.text(), keep.written());
        }
    }

    /** True when the list has packages without a pin afterwards. */
    private boolean add(PackageName each, ListedPin to, boolean hasUnpinned) throws YamlProblem {
        switch (to) {
            case ListedPin.Named pin ->
                edit.add(
                        within,
                        list.pins().entrySet().stream()
                                .filter(other -> other.getValue() instanceof ListedPin.Named)
                                .reduce((first, second) -> second)
                                .map(last -> last.getKey().text()),
                        each.text(),
                        pin.written());
            case ListedPin.Keep keep -> {
                if (hasUnpinned) {
                    edit.add(Optional.of(UNPINNED), Optional.empty(), each.text(), keep.written());
                } else {
                    edit.addMapping(UNPINNED, each.text(), keep.written());
                }
                return true;
            }
        }
        return false;
    }

    /** Read again: what it says is what was meant, and nothing else. */
    private byte[] proven(Map<PackageName, ListedPin> changed, Optional<String> cycle) throws YamlProblem {
        byte[] edited = edit.bytes();
        BaseList now;
        try {
            now = BaseList.parse(name, edited);
        } catch (YamlProblem e) {
            throw lossy(changed, e.problem());
        }
        Map<PackageName, ListedPin> meant = new LinkedHashMap<>(list.pins());
        meant.putAll(changed);
        boolean isMeant = now.pins().keySet().equals(meant.keySet())
                && meant.entrySet().stream().allMatch(each -> now.pin(each.getKey())
                        .filter(found -> found.isSame(each.getValue()))
                        .isPresent())
                && now.cycle().equals(cycle.or(list::cycle))
                && now.reviewed().equals(list.reviewed());
        if (!isMeant) {
            throw lossy(changed, "it would read as something else");
        }
        return edited;
    }

    /** Of a list whose form leaves no place for what is to be written. */
    private YamlProblem lossy(Map<PackageName, ListedPin> changed, String why) {
        Optional<Map.Entry<PackageName, ListedPin>> first =
                changed.entrySet().stream().findFirst();
        int line = first.flatMap(each -> list.pin(each.getKey()))
                .map(ListedPin::line)
                .orElse(0);
        String key = first.map(each -> each.getKey().text()).orElse(CYCLE);
        return new YamlProblem(
                name, line, key, "cannot be changed here without losing something; change it by hand (" + why + ")");
    }
}
