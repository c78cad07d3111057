package org.obsenv.planted.nowhere;

/** Breaks: every package has a floor. None of the packages here is null-marked, which breaks that rule. */
record HasNoFloor(String text) {}
