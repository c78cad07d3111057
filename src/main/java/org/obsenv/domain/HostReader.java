package org.obsenv.domain;

/** Looks at the switch and at every stable path, as a process that imports on this machine would. Blocks. */
public interface HostReader {
    HostSight look();
}
