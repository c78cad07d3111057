package org.obsenv.ledger;

import java.nio.file.Path;

/** Where what is in a store of sign-offs. A document is known by its path in it, e.g. {@code candidates/w_2026_45-1.yaml}. */
public record LedgerPaths(Path store) {
    /** The document that says who may sign for whom. */
    public static final String DESIGNATIONS = "designations.yaml";

    /** The document that says what was confirmed, moved, cancelled and added of maintenance windows. */
    public static final String WINDOWS = "windows.yaml";

    private static final String CANDIDATES = "candidates/";
    private static final String YAML = ".yaml";

    /** The document of a candidate. */
    public static String document(String candidate) {
        return CANDIDATES + candidate + YAML;
    }

    /** The candidate of a document that {@link #document} named. */
    public static String candidate(String document) {
        return document.substring(CANDIDATES.length(), document.length() - YAML.length());
    }

    public static boolean isCandidate(String document) {
        return document.startsWith(CANDIDATES) && document.endsWith(YAML);
    }

    public Path file(String document) {
        return store.resolve(document);
    }

    public Path candidates() {
        return store.resolve("candidates");
    }

    /** What the writer knows of every document: an older copy that is put back is found out by it. */
    public Path index() {
        return store.resolve("index.yaml");
    }

    /** The public half of the key, for everybody. */
    public Path publicKey() {
        return store.resolve("ledger.pub");
    }

    /** What the account alone may read. */
    public Path inner() {
        return store.resolve("private");
    }

    public Path privateKey() {
        return inner().resolve("ledger.key");
    }

    public Path lock() {
        return inner().resolve("lock");
    }

    /** Held while the recommended tag is moved. */
    public Path moveLock() {
        return inner().resolve("move.lock");
    }
}
