package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of a clone's own data: objects, refs, reflogs and index, and nothing that git would run or be led by. Its
 * configuration, hooks, attributes and alternates stay behind: any of them can name a program.
 */
final class CloneCopy {
    private static final List<String> FILES = List.of("HEAD", "packed-refs", "index");
    private static final List<String> TREES = List.of("refs", "logs");

    /** In one of these a clone leans on something that is not in it, or another leans on it. */
    private static final List<String> LEANING = List.of(
            "shallow", "objects/info/alternates", "objects/info/http-alternates", "worktrees", "modules", "reftable");

    private CloneCopy() {}

    /** What stands in the way of taking that clone in; it is then left alone. */
    static void require(Path clone, String name) throws IOException, RefusedException {
        Path git = clone.resolve(".git");
        if (!Files.isDirectory(clone, LinkOption.NOFOLLOW_LINKS)) {
            throw problem(name, "it is no directory");
        }
        if (Files.isRegularFile(git, LinkOption.NOFOLLOW_LINKS)) {
            throw problem(name, "it is a linked work tree or a submodule: its repository is elsewhere");
        }
        if (!Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)) {
            throw problem(name, "it is no git clone");
        }
        requireOwn(clone, name);
        for (String each : LEANING) {
            if (Files.exists(git.resolve(each), LinkOption.NOFOLLOW_LINKS)) {
                throw problem(name, leaning(each));
            }
        }
        Files.walkFileTree(clone, new Look(clone));
        for (String each : List.of("HEAD", "objects", "refs")) {
            if (!Files.exists(git.resolve(each), LinkOption.NOFOLLOW_LINKS)) {
                throw problem(name, "it has no .git/" + each);
            }
        }
    }

    private static String leaning(String what) {
        return switch (what) {
            case "shallow" -> "it is a shallow clone; fetch the rest first, with git fetch --unshallow";
            case "worktrees" -> "other work trees hang on it; remove them first, with git worktree remove";
            case "modules" -> "it has submodules";
            case "reftable" -> "its refs are in a form that is not read here";
            default -> "it borrows objects from another repository (" + what + ")";
        };
    }

    private static void requireOwn(Path path, String name) throws IOException, RefusedException {
        Object own = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        if (!own.equals(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
            throw problem(
                    name,
                    path + " belongs to " + Files.getOwner(path, LinkOption.NOFOLLOW_LINKS) + ", not to the account");
        }
    }

    static RefusedException problem(String name, String problem) {
        return GitProgram.cannotBuild(name, problem);
    }

    /** Everything of it belongs to the account, and no other repository is inside: git would look into that one's configuration. */
    private static final class Look extends SimpleFileVisitor<Path> {
        private final Path clone;
        private final Object own;

        Look(Path clone) throws IOException {
            this.clone = clone;
            this.own = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            return look(directory);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink() && file.startsWith(clone.resolve(".git"))) {
                throw new IOException(file + " is a symbolic link");
            }
            return look(file);
        }

        private FileVisitResult look(Path path) throws IOException {
            if (!own.equals(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
                throw new IOException(path + " belongs to " + Files.getOwner(path, LinkOption.NOFOLLOW_LINKS)
                        + ", not to the environment's account");
            }
            boolean isGit = ".git".equalsIgnoreCase(String.valueOf(path.getFileName()));
            if (isGit && !path.equals(clone.resolve(".git"))) {
                throw new IOException("it holds another repository, " + path);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /** Refs, reflogs and index. */
    static void references(Path git, Path into) throws IOException {
        for (String each : FILES) {
            if (Files.isRegularFile(git.resolve(each), LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(into.resolve(each));
                Files.copy(git.resolve(each), into.resolve(each), LinkOption.NOFOLLOW_LINKS);
            }
        }
        for (String each : TREES) {
            tree(git.resolve(each), into.resolve(each), Set.of());
        }
        requireNoLinks(into);
    }

    static void objects(Path git, Path into) throws IOException {
        tree(git.resolve("objects"), into.resolve("objects"), Set.of(git.resolve("objects/info")));
        requireNoLinks(into);
    }

    /**
     * Lets everybody read what the account may, whatever umask the clone was made with: the copies have its modes, and the
     * readers of the environment are other accounts.
     */
    static void openToAll(Path repository) throws IOException {
        try (Stream<Path> all = Files.walk(repository)) {
            for (Path each : all.toList()) {
                Set<PosixFilePermission> modes = Files.getPosixFilePermissions(each, LinkOption.NOFOLLOW_LINKS);
                Set<PosixFilePermission> meant = EnumSet.copyOf(modes);
                meant.removeAll(EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
                meant.addAll(EnumSet.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.GROUP_READ,
                        PosixFilePermission.OTHERS_READ));
                if (modes.contains(PosixFilePermission.OWNER_EXECUTE)) {
                    meant.addAll(EnumSet.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
                }
                if (!meant.equals(modes)) {
                    Files.setPosixFilePermissions(each, meant);
                }
            }
        }
    }

    /** A file that was exchanged for a link since it was looked at is copied as a link, and git would follow it. */
    private static void requireNoLinks(Path into) throws IOException {
        try (Stream<Path> all = Files.walk(into)) {
            Optional<Path> link = all.filter(Files::isSymbolicLink).findFirst();
            if (link.isPresent()) {
                throw new IOException("its " + into.relativize(link.get()) + " became a symbolic link meanwhile");
            }
        }
    }

    private static void tree(Path from, Path into, Set<Path> without) throws IOException {
        if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (without.contains(directory)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(into.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = String.valueOf(file.getFileName());
                if (attributes.isRegularFile() && !name.endsWith(".lock") && !name.startsWith("tmp_")) {
                    Files.copy(file, into.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
