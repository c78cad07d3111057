package org.obsenv.planted.layout;

/** Breaks: floors see down only. */
public record Layout(org.obsenv.planted.app.Main main) {}
