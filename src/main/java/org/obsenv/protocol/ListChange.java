package org.obsenv.protocol;

import java.util.List;
import java.util.Optional;

/** What is to become of the base list before base is built from it. */
public sealed interface ListChange {
    /**
     * These pins, every other byte as it is; without any, base is built from the list as it is.
     *
     * @param cycle the cycle build that the list belongs to from now on; empty to leave what it says
     */
    record Edits(List<PinEdit> pins, Optional<String> cycle) implements ListChange {
        public Edits {
            pins = List.copyOf(pins);
        }
    }

    /** The list as it was kept under that number, byte for byte. */
    record Version(int number) implements ListChange {}
}
