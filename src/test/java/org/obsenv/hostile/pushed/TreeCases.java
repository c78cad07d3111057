package org.obsenv.hostile.pushed;

import static org.obsenv.hostile.pushed.PushCase.refused;
import static org.obsenv.hostile.pushed.PushCase.taken;
import static org.obsenv.hostile.pushed.RawRemote.entry;

import java.util.List;
import java.util.stream.IntStream;
import org.obsenv.hostile.pushed.RawRemote.Entry;

/** What trees are made of: sizes and links. */
final class TreeCases {
    private static final String OUT = "is a link that leads out of the package: ";

    private TreeCases() {}

    static List<PushCase> sizes() {
        return List.of(
                refused("a name of 256 bytes", "x".repeat(256), remote -> remote.deploy(remote.file("x".repeat(256)))),
                refused(
                        "a name of 128 letters",
                        "é".repeat(128),
                        remote -> remote.deploy(remote.file("é".repeat(128)))),
                refused(
                        "a name of 4,096 bytes",
                        "x".repeat(300),
                        remote -> remote.deploy(remote.file("x".repeat(4096)))),
                refused(
                        "a path of 1,100 bytes",
                        "path of more than 1024",
                        remote -> remote.deploy(nested(remote, 11, 99))),
                refused(
                        "a path of 4,200 bytes",
                        "path of more than 1024",
                        remote -> remote.deploy(nested(remote, 42, 99))),
                refused(
                        "3,000 directories deep",
                        "path of more than 1024",
                        remote -> remote.deploy(nested(remote, 3000, 1))),
                refused("ten files to the tenth power", "more than 200000 files", TreeCases::bomb),
                taken("a name of 255 bytes", remote -> remote.deploy(remote.file("x".repeat(255)))),
                taken("60 directories deep", remote -> remote.deploy(nested(remote, 60, 1))),
                taken("an empty file", remote -> remote.deploy(entry("100644", "empty", remote.blob("")))),
                taken(
                        "200 files in one directory",
                        remote -> remote.deploy(IntStream.range(100, 300)
                                .mapToObj(i -> remote.file("f" + i))
                                .toArray(Entry[]::new))));
    }

    static List<PushCase> links() {
        return List.of(
                link("/etc/passwd", OUT + "/etc/passwd"),
                link("/dev/zero", OUT + "/dev/zero"),
                link("/proc/self/environ", OUT + "/proc"),
                link("../elsewhere", OUT + "../elsewhere"),
                link("python/../../elsewhere", OUT + "python"),
                link("..", OUT + ".."),
                link("", OUT),
                link("a\0b", OUT + "a\\u0000b"),
                link(".git", "is a link to what is git's own: .git"),
                link("./.GIT/config", "is a link to what is git's own: ./.GIT/config"),
                link("a\u001b[2Jb", "is a link to a name with a hidden character: a\\u001b[2Jb"),
                link("x".repeat(4096), "is a link of more than 4095 bytes"),
                refused(
                        "through a link",
                        "the file way " + OUT,
                        remote -> remote.deploy(
                                remote.link("inner", "sub/deep"),
                                remote.directory("sub", remote.directory("deep", remote.file("x"))),
                                remote.link("way", "inner/../../.."))),
                refused(
                        "out of a directory",
                        "the file sub/out " + OUT,
                        remote -> remote.deploy(remote.directory("sub", remote.link("out", "../../x")))),
                refused(
                        "not UTF-8",
                        "the file way is a link to a name that is not UTF-8",
                        remote -> remote.deploy(
                                entry("120000", "way", remote.object("blob", new byte[] {(byte) 0xff})))));
    }

    static List<PushCase> linksWithin() {
        return List.of(
                taken("to nothing", remote -> remote.deploy(remote.link("way", "not-there"))),
                taken("to itself", remote -> remote.deploy(remote.link("way", "way"))),
                taken("in a circle", remote -> remote.deploy(remote.link("a", "b"), remote.link("b", "a"))),
                taken("to its own directory", remote -> remote.deploy(remote.link("way", "."))),
                taken(
                        "up and down again",
                        remote -> remote.deploy(remote.file("a"), remote.directory("sub", remote.link("way", "../a")))),
                taken("with slashes", remote -> remote.deploy(remote.link("way", "sub//deep/"))));
    }

    private static PushCase link(String text, String problem) {
        String name = text.length() > 100 ? "of " + text.length() + " bytes" : "\u201c" + text + "\u201d";
        return refused(name, "the file way " + problem, remote -> remote.deploy(remote.link("way", text)));
    }

    private static Entry nested(RawRemote remote, int depth, int length) {
        Entry inner = remote.file("x");
        for (int i = 0; i < depth; i++) {
            inner = remote.directory("d".repeat(length), inner);
        }
        return inner;
    }

    private static void bomb(RawRemote remote) {
        Entry[] entries =
                IntStream.range(0, 10).mapToObj(i -> remote.file("f" + i)).toArray(Entry[]::new);
        for (int level = 0; level < 9; level++) {
            String tree = remote.tree(entries);
            entries = IntStream.range(0, 10)
                    .mapToObj(i -> entry("40000", "d" + i, tree))
                    .toArray(Entry[]::new);
        }
        remote.deploy(entries);
    }
}
