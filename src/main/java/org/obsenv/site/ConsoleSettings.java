package org.obsenv.site;

import java.time.Duration;

/**
 * How the console behaves.
 *
 * @param refresh between two looks at the environment
 * @param scan between two full scans of plain clones' work trees
 * @param countdown between the click and the roll back; zero runs at once
 */
public record ConsoleSettings(Duration refresh, Duration scan, Duration countdown) {}
