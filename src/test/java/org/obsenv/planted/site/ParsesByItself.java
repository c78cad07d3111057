package org.obsenv.planted.site;

/** Breaks: only yaml knows the parser; floors see down only. */
record ParsesByItself(org.yaml.snakeyaml.Yaml yaml, org.obsenv.planted.layout.Layout layout) {}
