package org.obsenv.hostile.trace;

import java.util.List;

/** Errors of calls, with their numbers on Linux. */
public enum Errno {
    EIO(5),
    EACCES(13),
    ENOSPC(28),
    EROFS(30),
    /** What a file system says that has no such call. */
    EINVAL(22);

    /** What a disk says. */
    public static final List<Errno> OF_DISKS = List.of(EIO, EACCES, ENOSPC, EROFS);

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
