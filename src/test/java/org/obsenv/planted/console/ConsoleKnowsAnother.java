package org.obsenv.planted.console;

/** Breaks: the sides do not see each other. */
public record ConsoleKnowsAnother(org.obsenv.planted.helper.LooksWithJGit other) {}
