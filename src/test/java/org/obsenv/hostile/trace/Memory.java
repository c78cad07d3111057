package org.obsenv.hostile.trace;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code /proc} tells of a thread that stands still. */
record Memory(int thread) {
    private static final int PAGE = 4096;
    private static final int AT_FDCWD = -100;

    /** The paths that a call names, absolute; an open file by where it is. None where it names no file. */
    List<String> paths(Kind kind, List<Long> arguments) {
        return switch (kind.names()) {
            case DESCRIPTOR -> file(arguments.get(0));
            case THIRD_DESCRIPTOR -> file(arguments.get(2));
            case PATH -> List.of(path(AT_FDCWD, arguments.get(0)));
            case PATH_AT -> List.of(path(arguments.get(0), arguments.get(1)));
            case TWO_PATHS -> List.of(path(AT_FDCWD, arguments.get(0)), path(AT_FDCWD, arguments.get(1)));
            case TWO_PATHS_AT ->
                List.of(path(arguments.get(0), arguments.get(1)), path(arguments.get(2), arguments.get(3)));
            case TEXT_AND_PATH -> List.of(path(AT_FDCWD, arguments.get(1)));
            case TEXT_AND_PATH_AT -> List.of(path(arguments.get(1), arguments.get(2)));
        };
    }

    private List<String> file(long descriptor) {
        String name = link("fd/" + (int) descriptor);
        return name.startsWith("/") ? List.of(name) : List.of();
    }

    private String path(long directory, long address) {
        String name = string(address);
        if (name.startsWith("/")) {
            return name;
        }
        String base = link((int) directory == AT_FDCWD ? "cwd" : "fd/" + (int) directory);
        return name.isEmpty() ? base : base + "/" + name;
    }

    private String link(String name) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Integer.toString(thread), name))
                    .toString();
        } catch (IOException e) {
            return "";
        }
    }

    private String string(long address) {
        if (address == 0) {
            return "";
        }
        try (RandomAccessFile memory = new RandomAccessFile("/proc/" + thread + "/mem", "r")) {
            // Not past the page's end: the next one may not be there, and no path of ours is that long.
            byte[] bytes = new byte[(int) Math.min(PAGE, 2L * PAGE - address % PAGE)];
            memory.seek(address);
            int read = memory.read(bytes, 0, (int) (PAGE - address % PAGE));
            int end = end(bytes, read);
            if (end == read && read < bytes.length) {
                memory.seek(address + read);
                end = end(bytes, read + Math.max(0, memory.read(bytes, read, bytes.length - read)));
            }
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static int end(byte[] bytes, int read) {
        int end = 0;
        while (end < read && bytes[end] != 0) {
            end++;
        }
        return end;
    }

    /** The process that the thread belongs to. */
    int process() {
        return lines("status").stream()
                .filter(line -> line.startsWith("Tgid:"))
                .map(line -> Integer.valueOf(line.substring(5).trim()))
                .findFirst()
                .orElse(thread);
    }

    /** The words it was started with. */
    List<String> command() {
        try {
            String all = Files.readString(
                    Path.of("/proc", Integer.toString(thread), "cmdline"), StandardCharsets.ISO_8859_1);
            return List.of(all.split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Integer.toString(thread), name), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
