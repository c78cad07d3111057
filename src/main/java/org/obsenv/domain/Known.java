package org.obsenv.domain;

import java.util.Optional;
import java.util.function.Function;

/** A value that was read, or the reason why it could not be; the two are never mixed up with "none". */
public sealed interface Known<T> {
    record Value<T>(T value) implements Known<T> {}

    record Unknown<T>(String reason) implements Known<T> {}

    static <T> Known<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Known<T> unknown(String reason) {
        return new Unknown<>(reason);
    }

    /** The value, or empty when it is not known. */
    default Optional<T> found() {
        return switch (this) {
            case Value<T>(T value) -> Optional.of(value);
            case Unknown<T>(String reason) -> Optional.empty();
        };
    }

    default <R> Known<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Value<T>(T value) -> new Value<>(change.apply(value));
            case Unknown<T>(String reason) -> new Unknown<>(reason);
        };
    }
}
