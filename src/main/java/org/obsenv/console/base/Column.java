package org.obsenv.console.base;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Pin;
import org.obsenv.domain.basing.ImportedList;

/** An imported list with what each of its versions stands for. */
record Column(ImportedList list, Map<PackageName, Pin> found) {
    Column {
        found = new TreeMap<>(found);
    }

    Optional<Wish.Take> wish(PackageName name) {
        return Optional.ofNullable(list.versions().get(name))
                .flatMap(asked -> Optional.ofNullable(found.get(name)).map(pin -> new Wish.Take(asked, pin)));
    }
}
