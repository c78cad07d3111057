package org.obsenv.site;

import java.util.Optional;

/** Templates of web addresses: {@code {id}} of a ticket, {@code {package}} and {@code {commit}} of a commit. */
public record Links(Optional<String> ticket, Optional<String> commit) {}
