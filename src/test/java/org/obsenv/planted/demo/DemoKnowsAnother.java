package org.obsenv.planted.demo;

/** Breaks: the sides do not see each other. */
public record DemoKnowsAnother(org.obsenv.planted.cli.CliKnowsAnother other) {}
