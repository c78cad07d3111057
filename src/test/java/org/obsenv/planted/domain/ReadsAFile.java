package org.obsenv.planted.domain;

/** Breaks: the domain touches nothing outside. */
record ReadsAFile(java.nio.file.Path file) {}
