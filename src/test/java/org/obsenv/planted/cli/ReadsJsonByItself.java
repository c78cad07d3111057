package org.obsenv.planted.cli;

/** Breaks: only images knows JSON. */
record ReadsJsonByItself(com.fasterxml.jackson.databind.JsonNode node) {}
