package org.obsenv.domain.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A look at something far away: what it found now, what an earlier look found, or why there never was an answer. */
public sealed interface Looked<T> {
    record Now<T>(T value, Instant at) implements Looked<T> {}

    /** The last answer and its time, and why there is no newer one. */
    record Before<T>(T value, Instant at, String reason) implements Looked<T> {}

    record Never<T>(String reason) implements Looked<T> {}

    /** The newest answer there is. */
    default Optional<T> answer() {
        return switch (this) {
            case Now<T>(T value, Instant at) -> Optional.of(value);
            case Before<T>(T value, Instant at, String reason) -> Optional.of(value);
            case Never<T>(String reason) -> Optional.empty();
        };
    }

    /** Why there is no answer of now; empty when there is one. */
    default Optional<String> silence() {
        return switch (this) {
            case Now<T>(T value, Instant at) -> Optional.empty();
            case Before<T>(T value, Instant at, String reason) -> Optional.of(reason);
            case Never<T>(String reason) -> Optional.of(reason);
        };
    }

    /** This look, or, when it found nothing, what {@code earlier} found. */
    default Looked<T> orBefore(Looked<T> earlier) {
        return switch (this) {
            case Now<T> now -> now;
            case Before<T> before -> before;
            case Never<T>(String reason) ->
                switch (earlier) {
                    case Now<T>(T value, Instant at) -> new Before<>(value, at, reason);
                    case Before<T>(T value, Instant at, String old) -> new Before<>(value, at, reason);
                    case Never<T> never -> this;
                };
        };
    }

    default <R> Looked<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Now<T>(T value, Instant at) -> new Now<>(change.apply(value), at);
            case Before<T>(T value, Instant at, String reason) -> new Before<>(change.apply(value), at, reason);
            case Never<T>(String reason) -> new Never<>(reason);
        };
    }
}
