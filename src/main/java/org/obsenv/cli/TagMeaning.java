package org.obsenv.cli;

import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.words.Visible;

/** What a tag means at the site's source of images, or why nobody can say. */
final class TagMeaning {
    private TagMeaning() {}

    /** The site's images. */
    static SiteImages images(LedgerAccess ledger) throws LedgerAccess.Unusable {
        return ledger.opened()
                .images()
                .orElseThrow(() ->
                        new LedgerAccess.Unusable(ExitCodes.USAGE, Texts.words().text("signoff.no-images")));
    }

    /** As it is now: an answer of before is no ground to act on. Empty when there is no such tag. */
    static Optional<Digest> of(SiteImages images, String tag) throws LedgerAccess.Unusable {
        Looked<Optional<Digest>> looked =
                images.source().digests(Set.of(tag)).getOrDefault(tag, new Looked.Never<>("-"));
        if (looked.silence().isPresent()) {
            throw new LedgerAccess.Unusable(
                    ExitCodes.UNKNOWN,
                    Texts.words()
                            .text(
                                    "signoff.tag-unknown",
                                    "tag",
                                    tag,
                                    "reason",
                                    Visible.of(looked.silence().get())));
        }
        return looked.answer().orElseThrow();
    }
}
