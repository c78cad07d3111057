package org.obsenv.hostile.pushed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.obsenv.domain.CommitId;
import org.obsenv.fixture.Git;

/** A bare repository whose objects and refs are written as files, so that they may be what git refuses to make. */
public final class RawRemote {
    static final String NOWHERE = "1234567890123456789012345678901234567890";
    private static final String PERSON = "Zoë Ångström <zoe@example.org> 1793491200 +0000";

    private final Path bare;
    private final CommitId sound;

    /** @param sound the head that is deployed */
    public RawRemote(Path bare, CommitId sound) {
        this.bare = bare;
        this.sound = sound;
    }

    Path bare() {
        return bare;
    }

    String sound() {
        return sound.hex();
    }

    /** An entry of a tree; each of the name's characters is a byte. */
    record Entry(String mode, String name, String hash) {}

    static Entry entry(String mode, String name, String hash) {
        return new Entry(mode, bytes(name), hash);
    }

    /** The bytes of a text in UTF-8, one to a character. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The entry of a small file. */
    Entry file(String name) {
        return entry("100644", name, blob("version = 2\n"));
    }

    Entry link(String name, String text) {
        return entry("120000", name, blob(text));
    }

    Entry directory(String name, Entry... entries) {
        return entry("40000", name, tree(entries));
    }

    String blob(String text) {
        return object("blob", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A tree of exactly these entries, in this order. */
    String tree(Entry... entries) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Entry each : entries) {
            content.writeBytes((each.mode() + " " + each.name() + "\0").getBytes(StandardCharsets.ISO_8859_1));
            content.writeBytes(HexFormat.of().parseHex(each.hash()));
        }
        return object("tree", content.toByteArray());
    }

    /** A commit of this tree upon the sound head. */
    String commit(String tree) {
        return commit("tree " + tree + "\nparent " + sound, "Pushed\n");
    }

    String commit(String head, String message) {
        return raw(head + "\nauthor " + PERSON + "\ncommitter " + PERSON + "\n\n" + message);
    }

    String raw(String commit) {
        return object("commit", commit.getBytes(StandardCharsets.UTF_8));
    }

    /** Moves the deploy branch. */
    public void deploy(String hash) {
        reference("refs/heads/deploy", hash);
    }

    /** Moves the deploy branch to a commit of a tree of these entries. */
    void deploy(Entry... entries) {
        deploy(commit(tree(entries)));
    }

    /** A head as anybody would push it, upon what is deployed. */
    public CommitId deploySound(CommitId upon, String text) {
        String tree = tree(entry("100644", "version.py", blob(text)));
        CommitId head = new CommitId(commit("tree " + tree + "\nparent " + upon, "Sound again\n"));
        deploy(head.hex());
        return head;
    }

    void reference(String name, String text) {
        write(bare.resolve(name), (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    String object(String type, byte[] content) {
        byte[] whole = whole(type, content);
        String hash = hash(whole);
        write(place(hash), deflated(whole));
        return hash;
    }

    /** What this object would be called; it is not written. */
    String missing(String type, String content) {
        return hash(whole(type, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Puts other bytes where an object is. */
    void spoil(String hash, byte[] file) {
        write(place(hash), file);
    }

    /** Puts another object where an object is. */
    void spoil(String hash, String type, String content) {
        write(place(hash), deflated(whole(type, content.getBytes(StandardCharsets.UTF_8))));
    }

    void remove(String path) {
        try {
            Files.delete(bare.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String git(String... arguments) {
        return Git.git(bare, arguments);
    }

    private Path place(String hash) {
        return bare.resolve("objects").resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    }

    private static byte[] whole(String type, byte[] content) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes((type + " " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(content);
        return whole.toByteArray();
    }

    private static String hash(byte[] whole) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(whole));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] deflated(byte[] whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            out.write(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.deleteIfExists(file);
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
