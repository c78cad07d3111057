package org.obsenv.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.protocol.Verb;

/**
 * What the Demo menu does, so that a newcomer sees the console react. Blocks: git and verbs are run. Not thread safe;
 * call it from one background thread.
 */
public final class DemoActions {
    private static final String GOOD_PIN = "ts_wep: v16.5.1\n";
    private static final String BAD_PIN = "ts_wep: v16.51\n";

    private final DemoSite site;
    private final List<HotFix> hotFixes;
    private final InstantSource clock;
    private int next;

    DemoActions(DemoSite site, List<HotFix> hotFixes, InstantSource clock) {
        this.site = site;
        this.hotFixes = List.copyOf(hotFixes);
        this.clock = clock;
    }

    /**
     * Pushes the next hot-fix to a deploy branch and lets the auto-pull fetch it.
     *
     * @return the package it was pushed to
     */
    public PackageName pushHotFix() throws IOException {
        HotFix hotFix = hotFixes.get(next % hotFixes.size());
        next++;
        HotFix.Applied applied = hotFix.to(site.deployed(hotFix.packageName(), hotFix.file()));
        site.push(
                hotFix.packageName(),
                FastImport.onTop(
                        "deploy",
                        hotFix.author(),
                        clock.instant(),
                        applied.subject(),
                        hotFix.file(),
                        applied.content()));
        site.run(Verb.SYNC);
        return hotFix.packageName();
    }

    /** Whether {@link #breakPackage()} was called and not mended. */
    public boolean isPackageBroken() throws IOException {
        return Files.readString(site.baseList()).contains(BAD_PIN);
    }

    /**
     * Spoils a pin as a tired hand does: its tag is not in the repository, so the package is unknown, while a roll
     * back still goes to the last proven base.
     */
    public void breakPackage() throws IOException {
        edit(GOOD_PIN, BAD_PIN);
    }

    public void mendPackage() throws IOException {
        edit(BAD_PIN, GOOD_PIN);
    }

    /** Whether {@link #takeMountAway()} was called and the mount is not back. */
    public boolean isMountAway() {
        return Files.exists(away(), LinkOption.NOFOLLOW_LINKS);
    }

    /** The environment's directory is gone, as when the export is not mounted. */
    public void takeMountAway() throws IOException {
        if (!isMountAway()) {
            Files.move(site.root(), away());
        }
    }

    public void bringMountBack() throws IOException {
        if (isMountAway()) {
            Files.move(away(), site.root());
        }
    }

    /** Has a tag mean another image, as whoever keeps the list of images does it. */
    public void moveTag(String tag, Digest to) throws IOException {
        site.images().move(tag, to);
    }

    /** The image that a tag means. */
    public Digest image(String tag) throws IOException {
        return site.images().image(tag);
    }

    private void edit(String from, String to) throws IOException {
        Path list = site.baseList();
        Files.writeString(list, Files.readString(list).replace(from, to));
    }

    private Path away() {
        Path root = site.root();
        return root.resolveSibling(root.getFileName() + ".away");
    }
}
