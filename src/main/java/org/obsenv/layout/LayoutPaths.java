package org.obsenv.layout;

import java.nio.file.Path;
import java.util.Locale;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;

/** Where everything of an environment is. Pure: no file is touched. */
public record LayoutPaths(Path root) {
    /** The text of {@code current} while following. */
    public static final String DEPLOY = "deploy";

    /** The text of a link that names a generation starts so. */
    public static final String GENERATIONS = "generations/";

    /** The text of a package's link inside a generation starts so. */
    static final String CHECKOUTS = "../../checkouts/";

    public Path inner() {
        return root.resolve(".obsenv");
    }

    /** The switch: one symbolic link. */
    public Path current() {
        return inner().resolve("current");
    }

    public Path deploy() {
        return inner().resolve(DEPLOY);
    }

    public Path base() {
        return inner().resolve("base");
    }

    public Path generations() {
        return inner().resolve("generations");
    }

    public Path generation(GenerationId id) {
        return generations().resolve(id.written());
    }

    public Path manifest(GenerationId id) {
        return generation(id).resolve("manifest.yaml");
    }

    public Path checkouts() {
        return inner().resolve("checkouts");
    }

    public Path checkouts(PackageName name) {
        return checkouts().resolve(name.text());
    }

    public Path checkout(PackageName name, CommitId commit) {
        return checkouts().resolve(below(name, commit));
    }

    /** Present once the checkout is complete, verified and on disk. */
    public Path marker(PackageName name, CommitId commit) {
        return checkouts().resolve(markerBelow(name, commit));
    }

    /** A checkout's path below {@link #checkouts()}; for a thousand of them the rest is put together once. */
    static String below(PackageName name, CommitId commit) {
        return name.text() + "/" + commit.hex();
    }

    /** The path of a checkout's marker below {@link #checkouts()}. */
    static String markerBelow(PackageName name, CommitId commit) {
        return below(name, commit) + ".yaml";
    }

    /** The same, by way of the checkout. */
    static String markerThrough(PackageName name, CommitId commit) {
        return below(name, commit) + "/../" + commit.hex() + ".yaml";
    }

    public Path repository(PackageName name) {
        return inner().resolve("repositories").resolve(name.text() + ".git");
    }

    /** What the auto-pull knows of every remote. */
    public Path state() {
        return inner().resolve("state.yaml");
    }

    /** Touched at the end of every pass of the auto-pull. */
    public Path heartbeat() {
        return inner().resolve("heartbeat");
    }

    /** The site file as the newest build read it; only the environment's account may read it. */
    public Path siteCopy() {
        return inner().resolve("site-copy");
    }

    public Path journal() {
        return inner().resolve("journal");
    }

    public Path locks() {
        return inner().resolve("locks");
    }

    /** Runs one command with one generation's packages. */
    public Path withEnvironment() {
        return inner().resolve("bin").resolve("with-environment");
    }

    /** What a notebook sources to get base, whatever runs. */
    public Path baseSetup() {
        return base().resolve(PinnedSetup.NAME);
    }

    /** What people found good, a file for each generation. */
    public Path marks() {
        return inner().resolve("marks");
    }

    /** The alarms about the traceability of what runs. */
    public Path alarms() {
        return inner().resolve("alarms.yaml");
    }

    /** The CSCs under test. */
    public Path cscs() {
        return inner().resolve("cscs.yaml");
    }

    public Path mark(GenerationId id) {
        return marks().resolve(id.written() + ".yaml");
    }

    /** Every text that the base list had when base was built from it, each under a number of its own. */
    public Path lists() {
        return inner().resolve("lists");
    }

    /** The base list as it was, byte for byte. */
    public Path list(int number) {
        return lists().resolve(String.format(Locale.ROOT, "%06d.yaml", number));
    }

    /** Who brought that text, when and why; with it the version is there. */
    public Path listRecord(int number) {
        return lists().resolve(String.format(Locale.ROOT, "%06d.record.yaml", number));
    }

    /** That the base list was looked at and is right. */
    public Path review() {
        return inner().resolve("review.yaml");
    }

    /** The clones that were there before the layout, by when they were put aside. */
    public Path adopted() {
        return inner().resolve("adopted");
    }

    /** Links made in advance, so that a full disk cannot stop a switch. */
    public Path ready() {
        return inner().resolve("ready");
    }

    /** The path that everybody imports a package from. */
    public Path stable(PackageName name) {
        return root.resolve(name.text());
    }

    /** The text of a link to a generation, e.g. {@code generations/000039}. */
    public static String textOf(GenerationId id) {
        return GENERATIONS + id.written();
    }

    /** The text of a package's link inside a generation. */
    public static String textOf(PackageName name, CommitId commit) {
        return CHECKOUTS + below(name, commit);
    }
}
