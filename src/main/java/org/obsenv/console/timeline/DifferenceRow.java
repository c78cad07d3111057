package org.obsenv.console.timeline;

import org.obsenv.domain.PackageName;

/**
 * What differs between two generations in one package, in words.
 *
 * @param commits how many the second has not any more and how many it has got
 * @param files how many differ, and their lines
 */
public record DifferenceRow(PackageName name, String then, String now, String commits, String files) {
    DifferenceRow counted(String newCommits, String newFiles) {
        return new DifferenceRow(name, then, now, newCommits, newFiles);
    }

    /** The row as one line of plain text. */
    String line() {
        return String.join("  ", name.text(), then, now, commits, files).strip();
    }
}
