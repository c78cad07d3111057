package org.obsenv.console.timeline;

/**
 * What the head of the page says.
 *
 * @param warning what is not certain and why; empty when all of it is
 */
public record NightLook(String title, String sub, String warning) {}
