package org.obsenv.domain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person saw of {@code current} when she decided. The target alone repeats (hold, resume, hold), so the link's
 * inode and change time travel too.
 *
 * @param target the link's text, e.g. {@code deploy} or {@code generations/000039}
 * @param inode the link's inode number
 * @param changed the link's status change time (ctime)
 */
public record SwitchToken(String target, long inode, Instant changed) {
    // Written out: what Java would make for a record at run time costs a roll back, a cold JVM, some milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SwitchToken that
                && target.equals(that.target)
                && inode == that.inode
                && changed.equals(that.changed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, inode, changed);
    }
}
