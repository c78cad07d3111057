package org.obsenv.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Where in a document a value stands. Written out only for a complaint: putting the path of each of thousands of
 * values together took longer than looking at them.
 */
final class Place {
    static final Place TOP = new Place(null, "", -1);

    private final @Nullable Place parent;
    private final String key;
    private final int index;

    private Place(@Nullable Place parent, String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    Place key(String name) {
        return new Place(this, name, -1);
    }

    Place item(int number) {
        return new Place(this, "", number);
    }

    /** As complaints name it: {@code packages[3].remote}; empty at the top. */
    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        String before = parent.toString();
        if (index >= 0) {
            return before + "[" + index + "]";
        }
        return before.isEmpty() ? key : before + "." + key;
    }
}
