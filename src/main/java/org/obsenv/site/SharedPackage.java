package org.obsenv.site;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.PackageName;

/**
 * A package the site shares.
 *
 * @param remote where it is fetched from, as git takes it
 * @param deployBranch the branch the night uses
 * @param prepare what is run once in each new checkout, program first; absent for most packages
 * @param check what a head must pass
 * @param hotfixTags where the tags of its hot-fixes go
 */
public record SharedPackage(
        PackageName name,
        String remote,
        String deployBranch,
        Optional<Prepare> prepare,
        CheckRule check,
        HotfixTags hotfixTags) {
    /** As a site file that says nothing more. */
    public SharedPackage(PackageName name, String remote, String deployBranch, Optional<Prepare> prepare) {
        this(name, remote, deployBranch, prepare, CheckRule.STANDARD, HotfixTags.KEEP);
    }

    /** What the site file says for every package that does not say otherwise. */
    record Defaults(String deployBranch, CheckRule check, HotfixTags hotfixTags) {}

    /**
     * Makes the files that a package imports and git ignores.
     *
     * @param command program and arguments, started in the checkout
     * @param outputs the files it may make, relative to the checkout
     * @param limits for one run: builds wait for it
     */
    public record Prepare(List<String> command, List<String> outputs, CheckRule.Limits limits) {
        public Prepare {
            command = List.copyOf(command);
            outputs = List.copyOf(outputs);
        }
    }
}
