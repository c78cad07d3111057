package org.obsenv.git;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.obsenv.domain.diff.FileText;

/** What a text is taken to be written in: UTF-8 where it can be, UTF-16 where it says so, else the old one of the west. */
enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16_LITTLE("UTF-16LE", StandardCharsets.UTF_16LE),
    UTF_16_BIG("UTF-16BE", StandardCharsets.UTF_16BE),
    LATIN_1("Latin-1", StandardCharsets.ISO_8859_1);

    private static final int AT_ONCE = 8192;

    private final String written;
    private final Charset charset;

    Encoding(String written, Charset charset) {
        this.written = written;
        this.charset = charset;
    }

    /** Its usual name. */
    String written() {
        return written;
    }

    boolean isWide() {
        return this == UTF_16_LITTLE || this == UTF_16_BIG;
    }

    static Encoding of(byte[] bytes) {
        if (begins(bytes, 0xff, 0xfe)) {
            return UTF_16_LITTLE;
        }
        if (begins(bytes, 0xfe, 0xff)) {
            return UTF_16_BIG;
        }
        return isUtf8(bytes) ? UTF_8 : LATIN_1;
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(AT_ONCE);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (!result.isOverflow()) {
                return !result.isError();
            }
            out.clear();
        }
    }

    /** The text; UTF-16 is written anew in UTF-8, in which lines can be found and compared as bytes. */
    FileText text(byte[] bytes) {
        return isWide()
                ? FileText.of(
                        new String(bytes, 2, bytes.length - 2, charset).getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8)
                : FileText.of(bytes, charset);
    }
}
