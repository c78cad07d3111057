package org.obsenv.git;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.domain.diff.FileText;

/**
 * What git-lfs leaves in a repository in place of a large file: see docs/spec.md of git-lfs.
 *
 * @param oid the hash of the content
 * @param size of the content in bytes, as written
 */
record LfsPointer(String oid, String size) {
    private static final int LARGEST = 1024;
    private static final Pattern FORM = Pattern.compile("version https://git-lfs\\.github\\.com/spec/v1\n"
            + "(?:ext-[^\n]*\n)*oid sha256:(?<oid>[0-9a-f]{64})\nsize (?<size>[0-9]{1,18})\n?");

    static Optional<LfsPointer> of(Blob blob) {
        return blob.size() > LARGEST ? Optional.empty() : blob.text().flatMap(LfsPointer::of);
    }

    private static Optional<LfsPointer> of(FileText text) {
        Matcher matcher = FORM.matcher(new String(text.copy(), StandardCharsets.UTF_8));
        return matcher.matches()
                ? Optional.of(new LfsPointer(matcher.group("oid"), matcher.group("size")))
                : Optional.empty();
    }
}
