package org.obsenv.helper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/**
 * Exchanges two names in one step, {@code renameat2(2)} with {@code RENAME_EXCHANGE}: a link cannot be renamed over a
 * directory. Where the file system cannot do that, in two.
 */
final class Exchange {
    private static final int HERE = -100;
    private static final int EXCHANGE = 2;

    /** EINVAL, ENOSYS, EOPNOTSUPP: this file system, or this kernel, has no such call. */
    private static final Set<Integer> UNABLE = Set.of(22, 38, 95);

    private Exchange() {}

    /** What {@code one} named is named {@code other} afterwards, and the other way round; both directories are forced. */
    static void of(Path one, Path other) throws IOException {
        int errno = inOneStep(one, other);
        if (UNABLE.contains(errno)) {
            inTwoSteps(one, other);
        } else if (errno != 0) {
            throw new IOException("cannot exchange " + one + " and " + other + ": error " + errno);
        }
        Durable.forceDirectory(Durable.parent(one));
        Durable.forceDirectory(Durable.parent(other));
    }

    /** {@code one} stands aside first, so a death between leaves nothing at {@code other}, which the next run makes. */
    static void inTwoSteps(Path one, Path other) throws IOException {
        Path aside = Unique.beside(one);
        Files.move(one, aside, StandardCopyOption.ATOMIC_MOVE);
        Files.move(other, one, StandardCopyOption.ATOMIC_MOVE);
        Files.move(aside, other, StandardCopyOption.ATOMIC_MOVE);
    }

    @SuppressWarnings("restricted") // what Java has no call for
    private static int inOneStep(Path one, Path other) throws IOException {
        Linker linker = Linker.nativeLinker();
        var captured = Linker.Option.captureStateLayout();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle rename = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("renameat2"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT),
                    Linker.Option.captureCallState("errno"));
            MemorySegment state = arena.allocate(captured);
            int result = (int) rename.invokeExact(
                    state,
                    HERE,
                    arena.allocateFrom(one.toString()),
                    HERE,
                    arena.allocateFrom(other.toString()),
                    EXCHANGE);
            return result == 0
                    ? 0
                    : (int) captured.varHandle(MemoryLayout.PathElement.groupElement("errno"))
                            .get(state, 0L);
        } catch (Throwable e) {
            throw new IOException("renameat2 cannot be called: " + e, e);
        }
    }
}
