package org.obsenv.console.base;

import org.obsenv.domain.Pin;

/** What a person decided for one package. */
sealed interface Wish {
    /** Its pin stays. */
    record Keep() implements Wish {}

    /**
     * Another one.
     *
     * @param found what {@code asked} stands for
     */
    record Take(String asked, Pin found) implements Wish {}
}
