package org.obsenv.planted.domain;

/** Breaks: the domain is plain Java. */
record KnowsTheScreen(javafx.scene.paint.Color colour) {}
