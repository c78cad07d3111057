package org.obsenv.helper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The one way in which git writes a tree object (git's own format: sorted, modes without a leading zero). */
final class TreeObject {
    private TreeObject() {}

    /** The id of the tree that these entries make, in whatever order they come. */
    static byte[] hash(List<Entry> entries) {
        MessageDigest sha = sha1();
        int length = entries.stream().mapToInt(Entry::length).sum();
        sha.update(("tree " + length + "\0").getBytes(StandardCharsets.US_ASCII));
        entries.stream().sorted(Comparator.comparing(Entry::sortKey)).forEach(entry -> entry.addTo(sha));
        return sha.digest();
    }

    static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /**
     * One line of a tree object.
     *
     * @param mode as git writes it there: {@code 40000} for a directory
     * @param name its bytes, one to a character
     * @param hash in hexadecimal
     */
    record Entry(String mode, String name, String hash) {
        static Entry of(String mode, byte[] name, byte[] hash) {
            return new Entry(
                    mode,
                    new String(name, StandardCharsets.ISO_8859_1),
                    HexFormat.of().formatHex(hash));
        }

        /** git sorts by bytes, and a directory as if its name ended with a slash. */
        private String sortKey() {
            return mode.equals("40000") ? name + "/" : name;
        }

        private int length() {
            return mode.length() + 1 + name.length() + 1 + hash.length() / 2;
        }

        private void addTo(MessageDigest sha) {
            sha.update((mode + " " + name + "\0").getBytes(StandardCharsets.ISO_8859_1));
            sha.update(HexFormat.of().parseHex(hash));
        }
    }
}
