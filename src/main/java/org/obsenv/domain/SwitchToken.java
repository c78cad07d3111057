package org.obsenv.domain;

import java.time.Instant;

/**
 * What a person saw of {@code current} when she decided. The target alone repeats (hold, resume, hold), so the link's
 * inode and change time travel too.
 *
 * @param target the link's text, e.g. {@code deploy} or {@code generations/000039}
 * @param inode the link's inode number
 * @param changed the link's status change time (ctime)
 */
public record SwitchToken(String target, long inode, Instant changed) {}
