package org.obsenv.layout;

import java.util.Optional;
import org.obsenv.domain.GenerationId;

/**
 * What stands at the top of a manifest, enough to prove a generation without reading a line for every package: a roll
 * back must cost the same for a thousand packages as for sixteen.
 *
 * @param list the SHA-256 of the base list it was built from, for a base generation
 * @param choice the SHA-256 of its packages and commits, as {@link ManifestDocument#choice} computes it
 */
public record ManifestHeader(GenerationId generation, Optional<String> list, String choice) {}
