package org.obsenv.demo;

import java.util.List;
import org.obsenv.domain.PackageName;

/**
 * A demo remote.
 *
 * @param commits what it holds when the environment is set up
 * @param pushed what reaches it afterwards
 */
record DemoPackage(PackageName name, List<DemoCommit> commits, List<DemoCommit> pushed) {
    DemoPackage {
        commits = List.copyOf(commits);
        pushed = List.copyOf(pushed);
    }
}
