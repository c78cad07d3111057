package org.obsenv.helper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.obsenv.words.Visible;

/**
 * One line of {@code git ls-tree -l -z}.
 *
 * @param mode six digits, made canonical by git whatever stands in the tree
 * @param hash in hexadecimal
 * @param size {@code -} for what has none, {@code BAD} for an object that cannot be read
 * @param bytes the path's bytes, one to a character
 */
record TreeEntry(String mode, String hash, String size, String bytes) {
    static List<TreeEntry> all(byte[] listing) {
        List<TreeEntry> entries = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < listing.length; i++) {
            if (listing[i] == 0) {
                entries.add(of(new String(listing, start, i - start, StandardCharsets.ISO_8859_1)));
                start = i + 1;
            }
        }
        return entries;
    }

    private static TreeEntry of(String line) {
        int tab = line.indexOf('\t');
        List<String> head = Arrays.asList(line.substring(0, tab).split(" +", -1));
        return new TreeEntry(head.get(0), head.get(2), head.get(3), line.substring(tab + 1));
    }

    /** Empty when its bytes are not UTF-8. */
    Optional<String> path() {
        return decoded(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Optional<String> decoded(byte[] text) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The path as people can read it, on one line and not endless. */
    String shown() {
        return Visible.line(path().orElseGet(this::escaped).replace("\t", "\\u0009"));
    }

    private String escaped() {
        StringBuilder text = new StringBuilder();
        bytes.chars().forEach(each -> {
            if (each < 0x80) {
                text.append((char) each);
            } else {
                text.append("\\x").append(HexFormat.of().toHexDigits((byte) each));
            }
        });
        return text.toString();
    }

    boolean isLink() {
        return mode.equals("120000");
    }

    boolean isDirectory() {
        return mode.equals("040000");
    }

    /** The directory's path; empty for the top. */
    String parent() {
        return bytes.substring(0, Math.max(0, bytes.lastIndexOf('/')));
    }

    /** Its line in its directory's tree object. */
    TreeObject.Entry line() {
        String name = bytes.substring(bytes.lastIndexOf('/') + 1);
        return new TreeObject.Entry(isDirectory() ? "40000" : mode, name, hash);
    }
}
