package org.obsenv.domain;

/** What one machine sees of the switch. */
public sealed interface HostSight {
    /** The generation runs here, and every package of it can be read by its stable path. */
    record Whole(GenerationId generation) implements HostSight {}

    /**
     * The generation runs here, but not all of it is to be seen yet.
     *
     * @param problem what is not, with its path
     */
    record Partly(GenerationId generation, String problem) implements HostSight {}

    /** It could not be looked at. */
    record Unknown(String reason) implements HostSight {}
}
