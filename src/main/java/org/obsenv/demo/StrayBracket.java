package org.obsenv.demo;

import org.obsenv.domain.PackageName;

/**
 * A hot-fix that does not compile, and its mend.
 *
 * @param subject of the one
 * @param mended of the other
 * @param sound a text of the file, as it is mended
 * @param broken the same, as it does not compile
 */
record StrayBracket(
        PackageName packageName,
        String author,
        String subject,
        String mended,
        String file,
        String sound,
        String broken) {
    DemoCommit.Edit breaking() {
        return new DemoCommit.Edit(file, sound, broken);
    }

    DemoCommit.Edit mending() {
        return new DemoCommit.Edit(file, broken, sound);
    }
}
