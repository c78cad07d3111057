package org.obsenv.planted.console.environment;

import org.obsenv.planted.console.rollback.AsksThePortView;
import org.obsenv.planted.layout.Layout;

/** Breaks: the console sees ports only; features have no cycle. */
public record ReadsTheDiskView(Layout layout, AsksThePortView other) {}
