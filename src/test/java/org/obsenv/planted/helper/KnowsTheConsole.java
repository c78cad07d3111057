package org.obsenv.planted.helper;

import org.obsenv.planted.console.rollback.AsksThePortView;

/** Breaks: the sides do not see each other. */
record KnowsTheConsole(AsksThePortView view) {}
