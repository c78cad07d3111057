package org.obsenv.domain;

import java.time.Instant;

/** A maintainer's word that the base list was looked at and is right. */
public record Review(Instant at, String by) {}
