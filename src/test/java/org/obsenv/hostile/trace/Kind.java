package org.obsenv.hostile.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The system calls that read or write a file system, with their numbers on x86-64 and where they name what. */
enum Kind {
    READ(0, Names.DESCRIPTOR),
    PREAD64(17, Names.DESCRIPTOR),
    FSTAT(5, Names.DESCRIPTOR),
    GETDENTS64(217, Names.DESCRIPTOR),
    STAT(4, Names.PATH),
    LSTAT(6, Names.PATH),
    ACCESS(21, Names.PATH),
    READLINK(89, Names.PATH),
    NEWFSTATAT(262, Names.PATH_AT),
    READLINKAT(267, Names.PATH_AT),
    FACCESSAT(269, Names.PATH_AT),
    STATX(332, Names.PATH_AT),
    FACCESSAT2(439, Names.PATH_AT),

    OPEN(2, Names.PATH),
    OPENAT(257, Names.PATH_AT),

    WRITE(1, Names.DESCRIPTOR),
    PWRITE64(18, Names.DESCRIPTOR),
    WRITEV(20, Names.DESCRIPTOR),
    PWRITEV(296, Names.DESCRIPTOR),
    PWRITEV2(328, Names.DESCRIPTOR),
    SENDFILE(40, Names.DESCRIPTOR),
    COPY_FILE_RANGE(326, Names.THIRD_DESCRIPTOR),
    FSYNC(74, Names.DESCRIPTOR),
    FDATASYNC(75, Names.DESCRIPTOR),
    FTRUNCATE(77, Names.DESCRIPTOR),
    FCHMOD(91, Names.DESCRIPTOR),
    FCHOWN(93, Names.DESCRIPTOR),
    FALLOCATE(285, Names.DESCRIPTOR),
    SYNC_FILE_RANGE(277, Names.DESCRIPTOR),
    SYNCFS(306, Names.DESCRIPTOR),
    TRUNCATE(76, Names.PATH),
    CREAT(85, Names.PATH),
    MKDIR(83, Names.PATH),
    RMDIR(84, Names.PATH),
    UNLINK(87, Names.PATH),
    CHMOD(90, Names.PATH),
    MKDIRAT(258, Names.PATH_AT),
    UNLINKAT(263, Names.PATH_AT),
    FCHMODAT(268, Names.PATH_AT),
    FCHMODAT2(452, Names.PATH_AT),
    UTIMENSAT(280, Names.PATH_AT),
    RENAME(82, Names.TWO_PATHS),
    LINK(86, Names.TWO_PATHS),
    RENAMEAT(264, Names.TWO_PATHS_AT),
    LINKAT(265, Names.TWO_PATHS_AT),
    RENAMEAT2(316, Names.TWO_PATHS_AT),
    SYMLINK(88, Names.TEXT_AND_PATH),
    SYMLINKAT(266, Names.TEXT_AND_PATH_AT);

    /** What a call's arguments are. */
    enum Names {
        DESCRIPTOR,
        THIRD_DESCRIPTOR,
        PATH,
        PATH_AT,
        TWO_PATHS,
        TWO_PATHS_AT,
        TEXT_AND_PATH,
        TEXT_AND_PATH_AT
    }

    /** O_WRONLY, O_RDWR, O_CREAT and O_TRUNC. */
    private static final long OPENS_FOR_WRITING = 0x1 | 0x2 | 0x40 | 0x200;

    private static final Map<Integer, Kind> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.number, Function.identity()));

    private final int number;
    private final Names names;

    Kind(int number, Names names) {
        this.number = number;
        this.names = names;
    }

    static Optional<Kind> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    Names names() {
        return names;
    }

    /** Whether it changes a file system, or puts a change on disk. */
    boolean writes(List<Long> arguments) {
        return switch (this) {
            case READ, PREAD64, FSTAT, GETDENTS64, STAT, LSTAT, ACCESS, READLINK -> false;
            case NEWFSTATAT, READLINKAT, FACCESSAT, STATX, FACCESSAT2 -> false;
            case OPEN -> (arguments.get(1) & OPENS_FOR_WRITING) != 0;
            case OPENAT -> (arguments.get(2) & OPENS_FOR_WRITING) != 0;
            default -> true;
        };
    }

    /** As strace writes it. */
    String written() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
