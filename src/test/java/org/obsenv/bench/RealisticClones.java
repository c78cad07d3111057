package org.obsenv.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sixteen plain clones of the size the shared packages have: 50 to 4,000 commits with a quarter merges, up to 364 tags,
 * some hundred files each; deploy some commits from the pin. The same every time.
 *
 * <p>{@code main DIRECTORY} makes {@code DIRECTORY/clones/<package>} and {@code DIRECTORY/base_environment.yaml}.
 */
public final class RealisticClones {
    private record Size(String name, int commits, int files, int tags) {}

    private static final List<Size> SIZES = List.of(
            new Size("atmospec", 600, 80, 40),
            new Size("Spectractor", 1800, 350, 30),
            new Size("summit_utils", 1500, 300, 160),
            new Size("summit_extras", 700, 100, 120),
            new Size("cwfs", 50, 60, 0),
            new Size("ts_wep", 3200, 700, 240),
            new Size("ts_observatory_control", 4000, 600, 364),
            new Size("ts_observing_utilities", 300, 60, 60),
            new Size("ts_standardscripts", 3500, 650, 200),
            new Size("ts_auxtel_standardscripts", 400, 150, 40),
            new Size("ts_maintel_standardscripts", 700, 250, 50),
            new Size("ts_externalscripts", 1200, 300, 90),
            new Size("ts_config_attcs", 300, 120, 60),
            new Size("ts_config_mttcs", 900, 500, 100),
            new Size("ts_config_ocs", 2500, 900, 80),
            new Size("ts_config_scheduler", 1100, 400, 70));

    private static final long EPOCH = 1_600_000_000L;
    private static final int SPACING = 10_000;

    private final Path directory;

    private RealisticClones(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new RealisticClones(Path.of(args[0]).toAbsolutePath()).make();
    }

    /** Makes them under the directory, which must not hold them yet. */
    public static void make(Path directory) throws IOException, InterruptedException {
        new RealisticClones(directory).make();
    }

    private void make() throws IOException, InterruptedException {
        Files.createDirectories(directory.resolve("clones"));
        List<String> pins = new ArrayList<>();
        for (Size size : SIZES) {
            Path remote = directory.resolve("remotes").resolve(size.name() + ".git");
            git("init", "-q", "--bare", "-b", "develop", remote.toString());
            fill(remote, size);
            git("-C", remote.toString(), "pack-refs", "--all");
            Path clone = directory.resolve("clones").resolve(size.name());
            git("clone", "-q", "-b", "deploy", remote.toString(), clone.toString());
            git("-C", clone.toString(), "pack-refs", "--all");
            pins.add(size.name() + ": " + (size.tags() > 0 ? "v" + (size.tags() - 1) : "deploy~0"));
        }
        String list = String.join("\n", pins).replace("deploy~0", firstDeployed()) + "\n";
        Files.writeString(directory.resolve("base_environment.yaml"), list);
    }

    /** A package without tags is pinned to a commit. */
    private String firstDeployed() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "git", "-C", directory.resolve("clones/cwfs").toString(), "rev-parse", "HEAD~3")
                .start();
        String id = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        process.waitFor();
        return id;
    }

    private static void fill(Path remote, Size size) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("git", "-C", remote.toString(), "fast-import", "--quiet")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Random random = new Random(size.name().hashCode());
        try (OutputStream out = process.getOutputStream()) {
            for (int i = 1; i <= size.commits(); i++) {
                StringBuilder text = new StringBuilder();
                String branch = i <= size.commits() - 5 ? "develop" : "deploy";
                text.append("commit refs/heads/")
                        .append(branch)
                        .append("\nmark :")
                        .append(i);
                text.append("\ncommitter Ann <ann@example.org> ")
                        .append(EPOCH + (long) i * SPACING)
                        .append(" +0000\n");
                data(text, "DM-" + (40_000 + i) + ": change number " + i);
                if (i > 1) {
                    text.append("from :").append(i - 1).append('\n');
                }
                if (i > 10 && random.nextInt(4) == 0) {
                    text.append("merge :").append(i - 2 - random.nextInt(8)).append('\n');
                }
                change(text, i, size, random);
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            for (int tag = 0; tag < size.tags(); tag++) {
                int at = 1 + (int) ((long) (size.commits() - 9) * tag / size.tags());
                String reset = tag % 2 == 0
                        ? "reset refs/tags/v" + tag + "\nfrom :" + at + "\n\n"
                        : "tag v" + tag + "\nfrom :" + at + "\ntagger Ann <ann@example.org> " + EPOCH
                                + " +0000\ndata 3\nold\n";
                out.write(reset.getBytes(StandardCharsets.UTF_8));
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("git fast-import failed");
        }
    }

    /** All files come with the first commits; later ones change one to three. */
    private static void change(StringBuilder text, int commit, Size size, Random random) {
        if (commit == 1) {
            for (int file = 0; file < size.files(); file++) {
                file(text, file, random, 1);
            }
        } else {
            for (int n = 0; n <= random.nextInt(3); n++) {
                file(text, random.nextInt(size.files()), random, commit);
            }
        }
    }

    private static void file(StringBuilder text, int file, Random random, int commit) {
        text.append("M 100644 inline python/lsst/part")
                .append(file % 17)
                .append("/deeper")
                .append(file % 3)
                .append("/module")
                .append(file)
                .append(".py\n");
        StringBuilder body = new StringBuilder("# commit " + commit + "\n");
        int lines = 20 + random.nextInt(200);
        for (int i = 0; i < lines; i++) {
            body.append("value_")
                    .append(i)
                    .append(" = ")
                    .append(random.nextInt(1000))
                    .append('\n');
        }
        data(text, body.toString());
    }

    private static void data(StringBuilder text, String content) {
        text.append("data ")
                .append(content.getBytes(StandardCharsets.UTF_8).length)
                .append('\n')
                .append(content)
                .append('\n');
    }

    private static void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command));
        }
    }
}
