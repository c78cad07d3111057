package org.obsenv.planted.console.rollback;

import org.obsenv.planted.console.environment.ReadsTheDiskView;
import org.obsenv.planted.domain.SomethingReader;

/** Breaks: views call no port; features do not see each other, and have no cycle. */
public record AsksThePortView(SomethingReader reader, ReadsTheDiskView other) {}
