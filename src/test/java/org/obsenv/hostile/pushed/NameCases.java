package org.obsenv.hostile.pushed;

import static org.obsenv.hostile.pushed.PushCase.kept;
import static org.obsenv.hostile.pushed.PushCase.refused;
import static org.obsenv.hostile.pushed.PushCase.taken;
import static org.obsenv.hostile.pushed.RawRemote.entry;

import java.util.List;
import org.obsenv.hostile.pushed.RawRemote.Entry;
import org.obsenv.layout.SyncState.Problem.Kind;

/** What files are called. */
final class NameCases {
    private static final String ELSEWHERE = "leads elsewhere";
    private static final String GITS = "git's own";
    private static final String HIDDEN = "control character";

    private NameCases() {}

    static List<PushCase> elsewhere() {
        return List.of(
                named(".", ELSEWHERE),
                named("..", ELSEWHERE),
                named("a/b", ELSEWHERE),
                named("/etc", ELSEWHERE),
                named("../escape", ELSEWHERE),
                named("a/../../b", ELSEWHERE),
                named("a\\..\\b", ELSEWHERE),
                // The remote's own git fails on it, so that nothing arrives.
                kept("no name", Kind.UNREACHABLE, "", remote -> remote.deploy(remote.file(""))),
                refused(
                        "a directory called ..",
                        "the file .. has a name",
                        remote -> remote.deploy(remote.directory("..", remote.file("x")))),
                refused(
                        "a name into a directory of the tree",
                        "the file sub is a directory that is not written as git",
                        remote -> remote.deploy(remote.directory("sub", remote.file("a")), remote.file("sub/x"))),
                harmless("-rf"),
                harmless("$(reboot) `x` 'y' \"z\""),
                harmless("café.py"),
                harmless("..."));
    }

    static List<PushCase> gitsOwn() {
        return List.of(
                named(".git", GITS),
                named(".GIT", GITS),
                named("git~1", GITS),
                named("GIT~12", GITS),
                named(".git ", GITS),
                named(".git.", GITS),
                named(".git . .", GITS),
                named(".git::$INDEX_ALLOCATION", GITS),
                refused(
                        "HFS+: .g<zero width>it",
                        ".g\\u200cit has a name that is git's own",
                        remote -> remote.deploy(remote.file(".g\u200cit"))),
                refused(
                        ".git with a hook in it",
                        "the file .git has",
                        remote -> remote.deploy(
                                remote.directory(".git", remote.directory("hooks", remote.file("post-checkout"))))),
                refused(
                        ".git below",
                        "the file sub/.git has",
                        remote -> remote.deploy(remote.directory("sub", remote.file(".git")))),
                refused(
                        ".gitmodules as a link",
                        "the file .gitmodules is a link",
                        remote -> remote.deploy(remote.link(".gitmodules", "modules"), remote.file("modules"))),
                taken(
                        ".gitmodules of a hostile address",
                        remote -> remote.deploy(entry(
                                "100644",
                                ".gitmodules",
                                remote.blob("[submodule \"x\"]\n\tpath = x\n\turl = ext::sh -c reboot\n")))),
                taken(
                        "attributes with a filter",
                        remote -> remote.deploy(
                                entry("100644", ".gitattributes", remote.blob("* filter=lfs text eol=crlf ident\n")),
                                entry("100644", "a.py", remote.blob("# $Id$\n")))),
                harmless(".github"),
                harmless(".gitkeep"));
    }

    static List<PushCase> hidden() {
        return List.of(
                escaped("a\nb", "a\\u000ab"),
                escaped("a\rb", "a\\u000db"),
                escaped("a\tb", "a\\u0009b"),
                escaped("\u001b[31mred", "\\u001b[31mred"),
                escaped("\u007f", "\\u007f"),
                escaped("\u009b31m", "\\u009b31m"),
                escaped("\u202egpj.py", "\\u202egpj.py"),
                escaped("a\u2066b", "a\\u2066b"),
                escaped("a\u200bb", "a\\u200bb"),
                escaped("\ufeffx", "\\ufeffx"),
                escaped("a\u2028b", "a\\u2028b"),
                escaped("a\ue000b", "a\\ue000b"),
                bytes("not UTF-8", "x\\xff", "x\u00ff"),
                bytes("an overlong dot", "\\xc0\\xae\\xc0\\xae", "\u00c0\u00ae\u00c0\u00ae"),
                bytes("half a surrogate", "\\xed\\xa0\\x80", "\u00ed\u00a0\u0080"));
    }

    static List<PushCase> twins() {
        return List.of(
                twins("README", "readme", "only in upper and lower case"),
                twins("caf\u00e9", "cafe\u0301", "only in how its letters"),
                twins("stra\u00dfe", "strasse", "only in how its letters"),
                twins("K", "\u212a", "only in"),
                refused(
                        "directories",
                        "the file data differs from Data only",
                        remote -> remote.deploy(
                                remote.directory("Data", remote.file("a")),
                                remote.directory("data", remote.file("b")))),
                refused(
                        "a link and a directory",
                        "the file a differs from A only",
                        remote -> remote.deploy(
                                remote.directory("A", remote.file("post-checkout")), remote.link("a", "python"))),
                refused(
                        "a file and a directory of one name",
                        "the file a is there twice",
                        remote -> remote.deploy(remote.file("a"), remote.directory("a", remote.file("x")))),
                refused(
                        "a link and a directory of one name",
                        "the file a is there twice",
                        remote -> remote.deploy(remote.link("a", "b"), remote.directory("a", remote.file("x")))),
                refused(
                        "one entry twice",
                        "the file a is there twice",
                        remote -> remote.deploy(remote.file("a"), remote.file("a"))),
                refused(
                        "two files of one name",
                        "the file a is there twice",
                        remote -> remote.deploy(remote.file("a"), entry("100755", "a", remote.blob("other\n")))),
                taken(
                        "one name in two directories",
                        remote -> remote.deploy(
                                remote.directory("a", remote.file("x")), remote.directory("b", remote.file("X")))));
    }

    private static PushCase named(String name, String why) {
        return refused("\u201c" + name + "\u201d", why, remote -> remote.deploy(remote.file(name)));
    }

    private static PushCase harmless(String name) {
        return taken(name, remote -> remote.deploy(remote.file(name)));
    }

    private static PushCase escaped(String name, String shown) {
        return refused(shown, "the file " + shown + " has a " + HIDDEN, remote -> remote.deploy(remote.file(name)));
    }

    /** @param raw one character to a byte */
    private static PushCase bytes(String name, String shown, String raw) {
        return refused(
                name,
                "the file " + shown + " has a name that is not UTF-8",
                remote -> remote.deploy(new Entry("100644", raw, remote.blob("x"))));
    }

    private static PushCase twins(String one, String other, String why) {
        boolean inOrder = RawRemote.bytes(one).compareTo(RawRemote.bytes(other)) < 0;
        String first = inOrder ? one : other;
        String second = inOrder ? other : one;
        return refused(
                one + " and " + other,
                "the file " + second + " differs from " + first + " " + why,
                remote -> remote.deploy(remote.file(first), remote.file(second)));
    }
}
