package org.obsenv.hostile.pushed;

import static org.obsenv.hostile.pushed.PushCase.kept;
import static org.obsenv.hostile.pushed.PushCase.taken;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.obsenv.layout.SyncState.Problem.Kind;

/** What commit objects hold. */
final class CommitCases {
    private static final String AUTHOR = "author Zoë Ångström <zoe@example.org> 1793491200 +0000\n";
    private static final String COMMITTER = "committer Zoë Ångström <zoe@example.org> 1793491200 +0000\n";
    private static final String PEOPLE = AUTHOR + COMMITTER;

    private CommitCases() {}

    /** None that a tree or a history can be had of. git ends in the middle of the fetch, at one end or the other. */
    static List<PushCase> broken() {
        return List.of(
                out("nothing at all", remote -> ""),
                out("no header", remote -> "Pushed\n"),
                out("no tree", remote -> parent(remote) + PEOPLE + "\nPushed\n"),
                out("a tree that is no id", remote -> "tree " + "z".repeat(40) + "\n" + parent(remote) + PEOPLE + "\n"),
                out("a tree of half an id", remote -> tree(remote).substring(0, 25) + "\n" + parent(remote) + PEOPLE),
                out("a tree that is not there", remote -> "tree " + RawRemote.NOWHERE + "\n" + parent(remote) + PEOPLE),
                out("a tree that is a file", remote -> "tree " + remote.blob("x") + "\n" + parent(remote) + PEOPLE),
                out("a tree that is a commit", remote -> "tree " + remote.sound() + "\n" + parent(remote) + PEOPLE),
                out(
                        "a parent that is not there",
                        remote -> tree(remote)
                                + parent(remote)
                                + "parent "
                                + RawRemote.NOWHERE
                                + "\n"
                                + PEOPLE
                                + "\nMerge\n"),
                out(
                        "a parent that is a file",
                        remote -> tree(remote) + parent(remote) + "parent " + remote.blob("x") + "\n" + PEOPLE),
                out(
                        "a parent that is a tree",
                        remote -> tree(remote) + parent(remote) + tree(remote).replace("tree", "parent") + PEOPLE),
                out(
                        "a parent of half an id",
                        remote -> tree(remote) + parent(remote).substring(0, 25) + "\n" + PEOPLE),
                kept("no parent", Kind.REWRITTEN, "rewritten", deploying(remote -> tree(remote) + PEOPLE + "\nRoot\n")),
                kept(
                        "its parent after its author",
                        Kind.REWRITTEN,
                        "rewritten",
                        deploying(remote -> tree(remote) + AUTHOR + parent(remote) + COMMITTER + "\nLate\n")),
                kept(
                        "two trees",
                        Kind.REWRITTEN,
                        "rewritten",
                        deploying(remote -> tree(remote) + tree(remote) + parent(remote) + PEOPLE + "\nTwo\n")),
                kept("other bytes than its name says", Kind.UNREACHABLE, "", remote -> {
                    String commit = remote.raw(head(remote) + PEOPLE + "\nPushed\n");
                    remote.spoil(commit, "commit", head(remote) + PEOPLE + "\nOther\n");
                    remote.deploy(commit);
                }));
    }

    /** What git and everybody who reads must cope with. */
    static List<PushCase> odd() {
        return List.of(
                odd("no author", remote -> tree(remote) + parent(remote) + COMMITTER + "\nPushed\n"),
                odd("no committer", remote -> tree(remote) + parent(remote) + AUTHOR + "\nPushed\n"),
                odd("nobody", remote -> tree(remote) + parent(remote) + "\nPushed\n"),
                odd("no message", remote -> tree(remote) + parent(remote) + PEOPLE),
                odd("a date that is none", remote -> head(remote) + dated("yesterday") + "\nPushed\n"),
                odd(
                        "a date past every calendar",
                        remote -> head(remote) + dated("99999999999999999999 +0000") + "\nPushed\n"),
                odd("a date before all", remote -> head(remote) + dated("-1 +0000") + "\nPushed\n"),
                odd("a zone that is none", remote -> head(remote) + dated("1793491200 +9999") + "\nPushed\n"),
                odd("a message of 4 MiB", remote -> head(remote) + PEOPLE + "\n" + "long ".repeat(800_000) + "\n"),
                odd("a NUL in its message", remote -> head(remote) + PEOPLE + "\nPushed\0 and hidden\n"),
                odd("an encoding that is none", remote -> head(remote) + PEOPLE + "encoding x-no-such\n\nPushed\n"),
                odd("a signature that is none", remote -> head(remote) + PEOPLE + "gpgsig garbage\n \0\n\nPushed\n"),
                odd("every header twice", remote -> head(remote) + parent(remote) + PEOPLE + PEOPLE + "\nPushed\n"),
                odd(
                        "what a terminal obeys",
                        remote -> head(remote)
                                + PEOPLE.replace("Zo", "\u001b[2J\u202e")
                                + "\n\u001b]0;mine\u0007Pushed\u202e\n"),
                taken(
                        "headers that are not UTF-8",
                        remote -> remote.deploy(remote.object(
                                "commit",
                                (head(remote) + PEOPLE + "\nPushed \u00ff\u00fe\n")
                                        .getBytes(StandardCharsets.ISO_8859_1)))));
    }

    private interface Text {
        String of(RawRemote remote);
    }

    private static PushCase out(String name, Text commit) {
        return kept(name, Kind.UNREACHABLE, "", deploying(commit));
    }

    private static PushCase odd(String name, Text commit) {
        return taken(name, deploying(commit));
    }

    private static PushCase.Push deploying(Text commit) {
        return remote -> remote.deploy(remote.raw(commit.of(remote)));
    }

    private static String head(RawRemote remote) {
        return tree(remote) + parent(remote);
    }

    private static String tree(RawRemote remote) {
        return "tree " + remote.tree(remote.file("version.py")) + "\n";
    }

    private static String parent(RawRemote remote) {
        return "parent " + remote.sound() + "\n";
    }

    private static String dated(String date) {
        return PEOPLE.replace("1793491200 +0000", date);
    }
}
