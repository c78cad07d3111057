package org.obsenv.hostile;

import java.nio.file.Path;
import java.util.Set;

/**
 * One system call as {@code strace -y} tells it.
 *
 * @param ordinal the how-manieth call of its name in its thread, from 1: what strace's {@code when} counts
 * @param result what follows the equals sign; empty when the thread ended in it
 */
record SystemCall(int thread, String name, int ordinal, String arguments, String result) {
    /** Those that change a file system, or put a change on disk. */
    static final Set<String> WRITING = Set.of(
            "chmod",
            "creat",
            "fallocate",
            "fchmod",
            "fchmodat",
            "fdatasync",
            "fsync",
            "ftruncate",
            "link",
            "linkat",
            "mkdir",
            "mkdirat",
            "open",
            "openat",
            "pwrite64",
            "pwritev",
            "rename",
            "renameat",
            "renameat2",
            "rmdir",
            "symlink",
            "symlinkat",
            "sync_file_range",
            "syncfs",
            "truncate",
            "unlink",
            "unlinkat",
            "utimensat",
            "write",
            "writev");

    /** Whether it changes, or forces, something under the directory. */
    boolean writesUnder(Path directory) {
        return WRITING.contains(name) && names(directory) && !isReadingOpen();
    }

    /** Whether it is about something under the directory, by path or by an open file. */
    boolean names(Path directory) {
        return arguments.contains("\"" + directory + "/") || arguments.contains("<" + directory + "/");
    }

    private boolean isReadingOpen() {
        return name.startsWith("open")
                && !arguments.contains("O_WRONLY")
                && !arguments.contains("O_RDWR")
                && !arguments.contains("O_CREAT")
                && !arguments.contains("O_TRUNC");
    }

    @Override
    public String toString() {
        return name + "#" + ordinal + "(" + arguments + ")" + (result.isEmpty() ? "" : " = " + result);
    }
}
