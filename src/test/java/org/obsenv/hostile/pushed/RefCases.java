package org.obsenv.hostile.pushed;

import static org.obsenv.hostile.pushed.PushCase.kept;
import static org.obsenv.hostile.pushed.PushCase.refused;
import static org.obsenv.hostile.pushed.PushCase.taken;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.obsenv.layout.SyncState.Problem.Kind;

/** What branches and tags of a remote may be, and the files that they are kept in. */
final class RefCases {
    private static final String DEPLOY = "refs/heads/deploy";
    private static final String GONE = "no branch deploy any more";

    private RefCases() {}

    /** Where there is no head to be had. */
    static List<PushCase> lost() {
        return List.of(
                gone("deleted", remote -> remote.git("update-ref", "-d", DEPLOY)),
                gone("a link to no branch", remote -> remote.reference(DEPLOY, "ref: refs/heads/not-there")),
                gone("a link to itself", remote -> remote.reference(DEPLOY, "ref: " + DEPLOY)),
                gone("a directory", remote -> {
                    remote.git("update-ref", "-d", DEPLOY);
                    remote.git("update-ref", DEPLOY + "/x", remote.sound());
                }),
                gone("written with a capital", remote -> {
                    remote.git("update-ref", "refs/heads/Deploy", remote.sound());
                    remote.git("update-ref", "-d", DEPLOY);
                }),
                gone("a detached HEAD alone", remote -> {
                    remote.git("update-ref", "--no-deref", "HEAD", next(remote));
                    remote.git("update-ref", "-d", DEPLOY);
                }),
                gone("a tag alone", remote -> {
                    remote.git("update-ref", "refs/tags/deploy", next(remote));
                    remote.git("update-ref", "-d", DEPLOY);
                }),
                out("at an object that is not there", Kind.UNREACHABLE, remote -> remote.deploy(RawRemote.NOWHERE)),
                out(
                        "at half an id",
                        Kind.UNREACHABLE,
                        remote -> remote.deploy(remote.sound().substring(0, 20))),
                out("at nothing", Kind.UNREACHABLE, remote -> remote.deploy("")),
                out("at another language", Kind.UNREACHABLE, remote -> remote.deploy("\u001b[2Jreboot")),
                out("at a file", Kind.REFUSED, remote -> remote.deploy(remote.blob("x"))),
                out("at a directory", Kind.REFUSED, remote -> remote.deploy(remote.tree(remote.file("a.py")))),
                out("at a tag of a file", Kind.REFUSED, remote -> remote.deploy(tag(remote, remote.blob("x"), "blob"))),
                kept("a link to an older branch", Kind.REWRITTEN, "rewritten", remote -> {
                    next(remote);
                    remote.reference(DEPLOY, "ref: refs/heads/develop");
                }),
                kept("a shallow clone's", Kind.UNBROUGHT, "the remote is a shallow clone", remote -> {
                    String parent = remote.missing("commit", "cut off");
                    String tree = remote.tree(remote.file("version.py"));
                    String head = remote.commit("tree " + tree + "\nparent " + parent, "Newest\n");
                    remote.deploy(head);
                    remote.reference("shallow", head);
                }));
    }

    /** Where the repository itself is spoilt. */
    static List<PushCase> spoilt() {
        return List.of(
                out("a list of refs that is none", Kind.UNREACHABLE, remote -> {
                    remote.deploy(next(remote));
                    remote.reference("packed-refs", "garbage");
                }),
                out("a list of refs that ends in the middle", Kind.UNREACHABLE, remote -> {
                    remote.deploy(next(remote));
                    remote.reference("packed-refs", remote.sound().substring(0, 12));
                }),
                out("a list of refs that leads elsewhere", Kind.UNREACHABLE, remote -> {
                    remote.deploy(next(remote));
                    remote.reference("packed-refs", remote.sound() + " refs/heads/../../config");
                }),
                out("a configuration that is none", Kind.UNREACHABLE, remote -> {
                    remote.deploy(next(remote));
                    remote.reference("config", "[core");
                }),
                out("a form of a later git", Kind.UNREACHABLE, remote -> {
                    remote.deploy(next(remote));
                    remote.git("config", "core.repositoryformatversion", "7");
                }),
                out("no HEAD", Kind.UNREACHABLE, remote -> {
                    remote.deploy(next(remote));
                    remote.remove("HEAD");
                }),
                out("a HEAD that is none", Kind.UNREACHABLE, remote -> {
                    remote.deploy(next(remote));
                    remote.reference("HEAD", "garbage");
                }));
    }

    /** What keeps no sound head from coming. */
    static List<PushCase> odd() {
        return List.of(
                beside(
                        "ten thousand branches",
                        remote -> remote.reference(
                                "packed-refs",
                                "# pack-refs with: peeled fully-peeled sorted \n"
                                        + IntStream.range(10_000, 20_000)
                                                .mapToObj(i -> remote.sound() + " refs/heads/many/b" + i)
                                                .collect(Collectors.joining("\n")))),
                beside("a branch called ..", remote -> packed(remote, "refs/heads/a..b")),
                beside("a branch called .lock", remote -> packed(remote, "refs/heads/a.lock")),
                beside("a branch with hidden characters", remote -> packed(remote, "refs/heads/a\u001b[2J\u202eb")),
                beside("a branch called -", remote -> packed(remote, "refs/heads/--upload-pack=reboot")),
                beside("a branch called HEAD", remote -> remote.reference("refs/heads/HEAD", remote.sound())),
                beside("a branch at nothing", remote -> remote.reference("refs/heads/other", RawRemote.NOWHERE)),
                beside("a branch at a file", remote -> remote.reference("refs/heads/other", remote.blob("x"))),
                beside("a tag of the name of our tags", remote -> remote.reference("refs/tags/hotfix", remote.sound())),
                beside(
                        "a tag of a file",
                        remote -> remote.reference("refs/tags/file", tag(remote, remote.blob("x"), "blob"))),
                beside(
                        "a replaced commit",
                        remote -> remote.reference(
                                "refs/replace/" + remote.sound(), remote.commit(remote.tree(remote.file("evil"))))),
                beside("a lock that was left", remote -> remote.reference(DEPLOY + ".lock", "")),
                beside("refs of ours", remote -> remote.reference("refs/obsenv/unpushed/x", remote.sound())),
                taken("a link to another branch", remote -> {
                    remote.reference("refs/heads/other", next(remote));
                    remote.reference(DEPLOY, "ref: refs/heads/other");
                }),
                taken("at a tag", remote -> remote.deploy(tag(remote, next(remote), "commit"))));
    }

    private static PushCase gone(String name, PushCase.Push push) {
        return kept(name, Kind.GONE, GONE, push);
    }

    private static PushCase out(String name, Kind kind, PushCase.Push push) {
        return kind == Kind.REFUSED ? refused(name, "is not at a commit", push) : kept(name, kind, "", push);
    }

    /** A sound head, and something else. */
    private static PushCase beside(String name, PushCase.Push push) {
        return taken(name, remote -> {
            remote.deploy(next(remote));
            push.into(remote);
        });
    }

    private static void packed(RawRemote remote, String name) {
        remote.reference("packed-refs", remote.sound() + " " + name);
    }

    private static String next(RawRemote remote) {
        return remote.commit(remote.tree(remote.file("version.py")));
    }

    private static String tag(RawRemote remote, String object, String type) {
        return remote.object(
                "tag",
                ("object " + object + "\ntype " + type + "\ntag odd\ntagger Nobody <> 1793491200 +0000\n\nOdd\n")
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
