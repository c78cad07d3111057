package org.obsenv.planted.domain;

/** A port. */
public interface SomethingReader {
    String read();
}
