package org.obsenv.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Two versions of a file, from a seed: code-like, of few kinds of lines, all blank, without the last line feed, with
 * other line ends, white space only, in old encodings, binary, moved blocks, one very long line, or nothing.
 */
final class RandomPair {
    private static final String[] WHITE = {" ", "\t", "  ", "\r", " \t", "\f", "\u000b", "\u00a0"};

    private final long seed;
    private final Random random;
    private final boolean isWide;
    private final byte[] before;
    private final byte[] after;

    RandomPair(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        int kinds = List.of(1, 2, 5, 20, 400, 1_000_000).get(random.nextInt(6));
        List<String> old = lines(random.nextInt(5) == 0 ? random.nextInt(400) : random.nextInt(40), kinds);
        List<String> now = new ArrayList<>(old);
        for (int i = random.nextInt(6); i >= 0; i--) {
            change(now, kinds);
        }
        this.isWide = random.nextInt(40) == 0;
        this.before = bytes(old);
        this.after = bytes(now);
    }

    long seed() {
        return seed;
    }

    /** Whether it is in UTF-16, which git takes for binary. */
    boolean isWide() {
        return isWide;
    }

    byte[] before() {
        return before;
    }

    byte[] after() {
        return after;
    }

    private List<String> lines(int count, int kinds) {
        return random.ints(count, 0, kinds)
                .mapToObj(i -> i % 7 == 0 ? "" : " ".repeat(i % 4 * 4) + "line " + i + (i % 5 == 0 ? " é" : ""))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void change(List<String> lines, int kinds) {
        int at = lines.isEmpty() ? 0 : random.nextInt(lines.size());
        switch (random.nextInt(8)) {
            case 0 -> lines.addAll(at, lines(random.nextInt(8), kinds));
            case 1 ->
                lines.subList(at, Math.min(lines.size(), at + random.nextInt(8)))
                        .clear();
            case 2 -> {
                List<String> block = new ArrayList<>(lines.subList(at, Math.min(lines.size(), at + 5)));
                lines.addAll(random.nextInt(lines.size() + 1), block);
            }
            case 3, 4, 5 -> lines.replaceAll(line -> random.nextInt(4) == 0 ? whitened(line) : line);
            case 6 -> lines.replaceAll(line -> random.nextInt(10) == 0 ? "new " + random.nextInt(kinds) : line);
            default -> {
                if (random.nextInt(10) == 0) {
                    lines.clear();
                } else if (random.nextInt(10) == 0) {
                    lines.add(at, "x".repeat(100_000));
                }
            }
        }
    }

    private String whitened(String line) {
        String white = WHITE[random.nextInt(WHITE.length)];
        int at = random.nextInt(line.length() + 1);
        return line.substring(0, at) + white + line.substring(at);
    }

    private byte[] bytes(List<String> lines) {
        String end = random.nextInt(10) == 0 ? "\r\n" : "\n";
        String text = lines.stream().map(line -> line + end).collect(Collectors.joining());
        if (random.nextInt(6) == 0 && text.endsWith("\n")) {
            text = text.substring(0, text.length() - 1);
        }
        if (isWide) {
            return text.getBytes(StandardCharsets.UTF_16);
        }
        byte[] bytes = text.getBytes(random.nextInt(10) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        if (random.nextInt(30) == 0) {
            ByteArrayOutputStream binary = new ByteArrayOutputStream();
            binary.write(0);
            binary.writeBytes(bytes);
            return binary.toByteArray();
        }
        return bytes;
    }
}
