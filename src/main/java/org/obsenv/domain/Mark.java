package org.obsenv.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * That somebody found a generation good. What is marked is never tidied away.
 *
 * @param by the account that sudo proved
 * @param note what she said of it
 */
public record Mark(GenerationId generation, Instant at, String by, Optional<String> initials, Optional<String> note) {}
