package org.obsenv.helper;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obsenv.layout.SyncState.ScarceRoom;
import org.obsenv.site.SyncSettings;
import org.obsenv.words.Words;

/**
 * How much room the environment's disk has left for this account.
 *
 * @param space free bytes
 * @param inodes free inodes; empty on a file system that does not count them
 */
record FreeRoom(long space, Optional<Long> inodes) {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final double GIB = 1L << 30;

    /** Asks the kernel, by a program: Java tells the space and not the inodes. */
    static FreeRoom of(Path root) throws IOException {
        ProgramRun.Ended ended = ProgramRun.run(
                List.of("/usr/bin/stat", "-f", "-c", "%a %S %c %d", "--", root.toString()),
                Path.of("/"),
                Map.of("LC_ALL", "C"),
                LIMIT);
        String[] fields = ended.text().split(" ", 5);
        if (ended.exit() != 0 || fields.length != 4) {
            throw new IOException("the room on " + root + " cannot be told: " + ended.complaint());
        }
        try {
            boolean isCounted = !fields[2].equals("0");
            return new FreeRoom(
                    Math.multiplyExact(Long.parseLong(fields[0]), Long.parseLong(fields[1])),
                    isCounted ? Optional.of(Long.parseLong(fields[3])) : Optional.empty());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IOException("the room on " + root + " cannot be told: " + ended.text(), e);
        }
    }

    /** That it is scarce, in numbers so round that they are not new at every pass. */
    Optional<ScarceRoom> scarce(Path root, SyncSettings limits, Optional<ScarceRoom> before, Instant now) {
        Words words = Words.of("endings");
        List<String> texts = new ArrayList<>();
        if (space < limits.freeSpace()) {
            texts.add(words.text("room.space", "root", root, "free", gib(space), "limit", gib(limits.freeSpace())));
        }
        inodes.filter(free -> free < limits.freeInodes())
                .ifPresent(free -> texts.add(
                        words.text("room.inodes", "root", root, "free", round(free), "limit", limits.freeInodes())));
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ScarceRoom(before.map(ScarceRoom::since).orElse(now), String.join("; ", texts)));
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / GIB);
    }

    private static String round(long number) {
        return new BigDecimal(number).round(new MathContext(2)).toPlainString();
    }
}
