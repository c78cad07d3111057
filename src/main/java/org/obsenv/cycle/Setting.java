package org.obsenv.cycle;

/**
 * One {@code name=value} of a cycle build.
 *
 * @param value without quotes; empty where nothing stands behind the sign
 * @param line from 1
 */
public record Setting(String name, String value, int line) {}
