package org.obsenv.planted.sudo;

/** Breaks: the sides do not see each other. */
public record SudoKnowsAnother(org.obsenv.planted.console.rollback.AsksThePortView other) {}
