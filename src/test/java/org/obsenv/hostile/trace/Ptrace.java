package org.obsenv.hostile.trace;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * ptrace(2) and waitpid(2). A tracee belongs to the thread that seized it: all methods are for that one thread, but
 * {@link #kill}.
 */
final class Ptrace implements AutoCloseable {
    private static final int SEIZE = 0x4206;
    private static final int SYSCALL = 24;
    private static final int LISTEN = 0x4208;
    private static final int POKEUSER = 6;
    private static final int GET_SYSCALL_INFO = 0x420e;

    /** Threads and programs that a tracee starts are tracees, too; all die with this process. */
    private static final long OPTIONS = 0x1 | 0x2 | 0x4 | 0x8 | 0x10 | 0x100000;

    private static final int ALL_OF_THIS_THREAD = 0x40000000 | 0x20000000;
    private static final int EINTR = 4;
    private static final int ECHILD = 10;
    private static final long ORIG_RAX = 15 * 8;
    private static final long RAX = 10 * 8;
    private static final int INFO_SIZE = 88;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            CAPTURED.varHandle(java.lang.foreign.MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle PTRACE = function(
            "ptrace",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    private static final MethodHandle WAITPID = function(
            "waitpid",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle KILL =
            function("kill", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment captured = arena.allocate(CAPTURED);
    private final MemorySegment status = arena.allocate(ValueLayout.JAVA_INT);
    private final MemorySegment info = arena.allocate(INFO_SIZE, 8);

    Ptrace() {
        if (!System.getProperty("os.arch").equals("amd64")) {
            throw new AssertionError("registers and numbers of system calls are known for x86-64 only");
        }
    }

    void seize(int process) {
        if (ptrace(SEIZE, process, 0, OPTIONS) != 0) {
            throw new AssertionError("process " + process + " cannot be traced: errno " + errno());
        }
    }

    /** Until the next call begins or ends; {@code signal} is delivered first. A tracee that died meanwhile is no error. */
    void resume(int thread, int signal) {
        ptrace(SYSCALL, thread, 0, signal);
    }

    /** Leaves a stopped tracee stopped. */
    void listen(int thread) {
        ptrace(LISTEN, thread, 0, 0);
    }

    /** The call that the thread has begun keeps from taking place. */
    void skip(int thread) {
        ptrace(POKEUSER, thread, ORIG_RAX, -1);
    }

    /** What a call that has ended returns instead. */
    void result(int thread, long value) {
        ptrace(POKEUSER, thread, RAX, value);
    }

    /** Where a thread stands: at the beginning or the end of a call. */
    sealed interface At {
        record Beginning(int number, List<Long> arguments) implements At {}

        record End(long result) implements At {}

        record Nowhere() implements At {}
    }

    At at(int thread) {
        if (ptrace(GET_SYSCALL_INFO, thread, INFO_SIZE, info.address()) < 0) {
            return new At.Nowhere();
        }
        return switch (info.get(ValueLayout.JAVA_BYTE, 0)) {
            case 1 -> {
                List<Long> arguments = LongStream.range(0, 6)
                        .mapToObj(i -> info.get(ValueLayout.JAVA_LONG, 32 + 8 * i))
                        .toList();
                yield new At.Beginning((int) info.get(ValueLayout.JAVA_LONG, 24), arguments);
            }
            case 2 -> new At.End(info.get(ValueLayout.JAVA_LONG, 24));
            default -> new At.Nowhere();
        };
    }

    /** What happened to a tracee, as waitpid(2) tells it. */
    record Change(int thread, int status) {
        private static final int TRAP = 5;
        private static final int EVENT_STOP = 128;

        boolean exited() {
            return (status & 0x7f) == 0;
        }

        boolean killed() {
            return !exited() && (status & 0xff) != 0x7f;
        }

        /** The exit code, or minus the signal that ended it. */
        int ending() {
            return exited() ? status >> 8 & 0xff : -(status & 0x7f);
        }

        int signal() {
            return status >> 8 & 0x7f;
        }

        boolean atCall() {
            return (status >> 8) == (TRAP | 0x80);
        }

        boolean event() {
            return status >> 16 != 0;
        }

        /** Stopped by SIGSTOP and its like, not by the tracer. */
        boolean groupStop() {
            return status >> 16 == EVENT_STOP && signal() != TRAP;
        }
    }

    /** Waits for the next change; empty when no tracee is left. */
    Optional<Change> next() {
        while (true) {
            int thread = (int) call(() -> (int) WAITPID.invokeExact(captured, -1, status, ALL_OF_THIS_THREAD));
            if (thread > 0) {
                return Optional.of(new Change(thread, status.get(ValueLayout.JAVA_INT, 0)));
            }
            if (errno() == ECHILD) {
                return Optional.empty();
            }
            if (errno() != EINTR) {
                throw new AssertionError("waitpid: errno " + errno());
            }
        }
    }

    /** Sends SIGKILL; from any thread. One that is dead already is no error. */
    static void kill(int process) {
        try (Arena own = Arena.ofConfined()) {
            MemorySegment state = own.allocate(CAPTURED);
            long _ = call(() -> (int) KILL.invokeExact(state, process, 9));
        }
    }

    private long ptrace(int request, int thread, long address, long data) {
        return call(() -> (long) PTRACE.invokeExact(captured, request, thread, address, data));
    }

    private int errno() {
        return (int) ERRNO.get(captured, 0L);
    }

    private interface Native {
        long run() throws Throwable;
    }

    private static long call(Native code) {
        try {
            return code.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... options) {
        Linker.Option[] all = java.util.Arrays.copyOf(options, options.length + 1);
        all[options.length] = Linker.Option.captureCallState("errno");
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, all);
    }

    @Override
    public void close() {
        arena.close();
    }
}
