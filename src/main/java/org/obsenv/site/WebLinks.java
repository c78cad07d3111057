package org.obsenv.site;

import java.util.Optional;

/** Templates of web addresses: {@code {id}} of a ticket, {@code {package}} and {@code {commit}} of a commit. */
public record WebLinks(Optional<String> ticket, Optional<String> commit) {}
