package org.obsenv.planted.yaml;

/** Breaks: floors see down only. */
record KnowsTheSite(org.obsenv.planted.layout.Layout layout) {}
