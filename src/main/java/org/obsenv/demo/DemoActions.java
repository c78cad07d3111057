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
    private final StrayBracket stray;
    private final InstantSource clock;
    private int next;

    DemoActions(DemoSite site, Histories histories, InstantSource clock) {
        this.site = site;
        this.hotFixes = histories.hotFixes();
        this.stray = histories.stray();
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
        push(hotFix.packageName(), hotFix.author(), applied.subject(), hotFix.file(), applied.content());
        return hotFix.packageName();
    }

    /** Pushes a hot-fix that does not compile, unless it is there, and lets the auto-pull look at it: it is refused. */
    public void pushStrayBracket() throws IOException {
        push(stray.breaking(), stray.subject());
    }

    /** Pushes what mends it, where it is there. */
    public void pushMend() throws IOException {
        push(stray.mending(), stray.mended());
    }

    private void push(DemoCommit.Edit edit, String subject) throws IOException {
        String content = site.deployed(stray.packageName(), edit.file());
        if (content.contains(edit.find())) {
            push(stray.packageName(), stray.author(), subject, edit.file(), edit.in(content));
        }
    }

    private void push(PackageName name, String author, String subject, String file, String content) throws IOException {
        site.push(name, FastImport.onTop("deploy", author, clock.instant(), subject, file, content));
        site.run(Verb.SYNC);
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
