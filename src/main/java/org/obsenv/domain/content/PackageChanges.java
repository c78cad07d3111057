package org.obsenv.domain.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a list differs from an older one.
 *
 * @param all by name
 * @param same how many packages are the same in both
 */
public record PackageChanges(List<PackageChange> all, int same) {
    public PackageChanges {
        all = List.copyOf(all);
    }

    /**
     * Compares. A package that one list calls {@code ruamel.yaml} and the other {@code ruamel_yaml} is one (as Python's
     * packaging takes names, PEP 503), where that leaves no doubt.
     */
    public static PackageChanges between(PackageList older, PackageList newer) {
        Map<String, String> left = new HashMap<>(older.versions());
        Map<String, String> unmatched = new HashMap<>();
        left.keySet().stream()
                .filter(name -> !newer.versions().containsKey(name))
                .forEach(name -> unmatched.merge(plain(name), name, (one, other) -> ""));
        List<PackageChange> all = new ArrayList<>();
        int same = 0;
        for (Map.Entry<String, String> each : newer.versions().entrySet()) {
            String name = each.getKey();
            String before = left.containsKey(name) ? name : unmatched.getOrDefault(plain(name), "");
            String from = left.remove(before);
            if (from == null) {
                all.add(new PackageChange.Added(name, each.getValue()));
            } else if (from.equals(each.getValue())) {
                same++;
            } else {
                all.add(new PackageChange.Changed(
                        name, from, each.getValue(), VersionNumbers.direction(from, each.getValue())));
            }
        }
        older.versions().forEach((name, version) -> {
            if (left.containsKey(name)) {
                all.add(new PackageChange.Removed(name, version));
            }
        });
        all.sort((one, other) -> String.CASE_INSENSITIVE_ORDER.compare(one.name(), other.name()));
        return new PackageChanges(all, same);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    public long added() {
        return count(PackageChange.Added.class);
    }

    public long removed() {
        return count(PackageChange.Removed.class);
    }

    public long changed() {
        return count(PackageChange.Changed.class);
    }

    private long count(Class<? extends PackageChange> kind) {
        return all.stream().filter(kind::isInstance).count();
    }
}
