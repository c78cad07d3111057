package org.obsenv.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * A history of the size and shape that real packages have: a quarter of it merges, a tag every dozen commits, on
 * develop; deploy at its head and the pin so many commits before.
 */
final class BenchHistory {
    private static final int LINES = 110;
    private static final long EPOCH = 1_600_000_000L;

    private final int commits;
    private final int files;
    private final int distance;
    private final Random random;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    BenchHistory(int commits, int files, int distance, int seed) {
        this.commits = commits;
        this.files = files;
        this.distance = distance;
        this.random = new Random(seed);
    }

    /** The stream for {@code git fast-import}; the pin is the tag {@code pin}. */
    byte[] stream() {
        int last = Math.max(2, commits);
        for (int i = 1; i <= last; i++) {
            boolean isMerge = i > 3 && i % 4 == 0;
            commit(i, isMerge);
            if (i % 12 == 0) {
                reset("refs/tags/v1." + i, i);
            }
        }
        reset("refs/heads/develop", last);
        reset("refs/heads/deploy", last);
        reset("refs/tags/pin", Math.max(1, last - distance));
        line("done");
        return out.toByteArray();
    }

    private void commit(int number, boolean isMerge) {
        line("commit refs/heads/work");
        line("mark :" + number);
        line("committer Bench <bench@example.org> " + (EPOCH + number * 3600L) + " +0000");
        data(
                isMerge
                        ? "Merge pull request #" + number + " from lsst-ts/tickets/DM-" + (40_000 + number)
                        : "Change number " + number);
        if (isMerge) {
            // A branch of two commits that began three commits ago.
            line("from :" + (number - 3));
            line("merge :" + (number - 1));
        } else if (number > 1) {
            line("from :" + (number - 1));
        }
        if (number == 1) {
            for (int file = 0; file < files; file++) {
                content(file, 1);
            }
            line("M 100644 inline python/marker.py");
            data("MARK = 1\n".repeat(LINES));
        } else if (isMerge) {
            content(random.nextInt(files), number);
        } else {
            content(random.nextInt(files), number);
            content(random.nextInt(files), number);
            line("M 100644 inline python/marker.py");
            data(("MARK = " + number + "\n").repeat(LINES));
        }
        line("");
    }

    private void content(int file, int number) {
        line("M 100644 inline python/lsst/part" + file % 17 + "/module" + file + ".py");
        data(("    value = compute(" + number + ", " + file + ")  # some line of ordinary code\n").repeat(LINES));
    }

    private void reset(String ref, int mark) {
        line("reset " + ref);
        line("from :" + mark);
        line("");
    }

    private void data(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        line("data " + bytes.length);
        out.writeBytes(bytes);
        line("");
    }

    private void line(String text) {
        out.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
