package org.obsenv.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** How a report names the image it is about: {@code registry.example.org/lsst/lab:w_2026_45@sha256:…}. */
record ImageReference(String text, Optional<String> tag, Optional<Digest> digest) {
    private static final Pattern REFERENCE =
            Pattern.compile("(?:[^@\\s]+?)?(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(?<digest>\\S+))?");
    private static final int LONGEST = 300;
    private static final Words WORDS = Words.of("evidence");

    static ImageReference parse(String text) {
        Matcher matcher = REFERENCE.matcher(text.strip());
        if (Digest.isValid(text.strip())) {
            return new ImageReference(text, Optional.empty(), Optional.of(new Digest(text.strip())));
        }
        return matcher.matches()
                ? new ImageReference(
                        text,
                        Optional.ofNullable(matcher.group("tag")),
                        Optional.ofNullable(matcher.group("digest"))
                                .filter(Digest::isValid)
                                .map(Digest::new))
                : new ImageReference(text, Optional.empty(), Optional.empty());
    }

    /** Refuses a reference that is of another image, or that does not say of which: tags move, digests do not. */
    void require(ImageTag wanted, Digest image) throws Inconclusive {
        String shown = Visible.cut(text, LONGEST);
        if (digest.isEmpty()) {
            throw new Inconclusive(WORDS.text("report.no-digest", "found", shown, "digest", image.text()));
        }
        boolean isSame = digest.get().equals(image)
                && tag.filter(each -> !isTag(each, wanted)).isEmpty();
        if (!isSame) {
            throw new Inconclusive(
                    WORDS.text("report.other-image", "found", shown, "tag", wanted.text(), "digest", image.text()));
        }
    }

    /** The same image in other zeros is the same tag to people. */
    private static boolean isTag(String found, ImageTag wanted) {
        return ImageTag.ORDER.compare(ImageTag.parse(found), wanted) == 0;
    }
}
