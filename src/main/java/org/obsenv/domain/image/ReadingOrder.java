package org.obsenv.domain.image;

import java.util.Comparator;
import java.util.List;

/** The order of {@link ImageTag#ORDER}: total over what tags say. */
enum ReadingOrder implements Comparator<ImageTag.Reading> {
    INSTANCE;

    @Override
    public int compare(ImageTag.Reading one, ImageTag.Reading other) {
        int byType = one.type().compareTo(other.type());
        if (byType != 0) {
            return byType;
        }
        // Readings of one type are of one kind.
        return switch (one) {
            case ImageTag.Numbered first -> numbered(first, (ImageTag.Numbered) other);
            case ImageTag.Experimental(ImageTag of) -> ImageTag.ORDER.compare(of, ((ImageTag.Experimental) other).of());
            case ImageTag.Alias first -> alias(first, (ImageTag.Alias) other);
            case ImageTag.Unknown(String text) -> text.compareTo(((ImageTag.Unknown) other).text());
        };
    }

    private static int numbered(ImageTag.Numbered one, ImageTag.Numbered other) {
        int byVersion = version(one.version(), other.version());
        return byVersion != 0 ? byVersion : Suffix.ORDER.compare(one.suffix(), other.suffix());
    }

    private static int version(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            int byNumber = one.get(i).compareTo(other.get(i));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        return 0;
    }

    private static int alias(ImageTag.Alias one, ImageTag.Alias other) {
        int byName = one.name().compareTo(other.name());
        return byName != 0
                ? byName
                : Integer.compare(
                        one.cycle().map(Suffix.Cycle::number).orElse(-1),
                        other.cycle().map(Suffix.Cycle::number).orElse(-1));
    }
}
