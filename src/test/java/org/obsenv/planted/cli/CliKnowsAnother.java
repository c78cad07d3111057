package org.obsenv.planted.cli;

/** Breaks: the sides do not see each other. */
public record CliKnowsAnother(org.obsenv.planted.sudo.SudoKnowsAnother other) {}
