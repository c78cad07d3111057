package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Path;

/** A program that removes a tree, for an account that is not root. */
final class RemovesTree {
    private RemovesTree() {}

    public static void main(String[] args) throws IOException {
        TreeRemoval.remove(Path.of(args[0]));
    }
}
