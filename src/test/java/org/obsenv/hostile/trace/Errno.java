package org.obsenv.hostile.trace;

/** Errors of calls, with their numbers on Linux. */
public enum Errno {
    EIO(5),
    EACCES(13),
    ENOSPC(28),
    EROFS(30);

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
