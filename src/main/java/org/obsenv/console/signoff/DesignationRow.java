package org.obsenv.console.signoff;

/** One designation of this person's own that stands: its act, and in words whom, where and when. */
record DesignationRow(int act, String text) {}
