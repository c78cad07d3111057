package org.obsenv.words;

import java.util.List;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.image.ImageType;
import org.obsenv.domain.image.Suffix;

/** Images by the names people use: "Weekly 2026_22 (SAL cycle 0044, build 007)". */
public final class ImageNames {
    private final Words words = Words.of("image");

    public String of(ImageTag tag) {
        return switch (tag.reading()) {
            case ImageTag.Numbered numbered -> numbered(numbered) + suffix(numbered.suffix());
            case ImageTag.Experimental(ImageTag tried) -> words.text("image.experimental", "image", of(tried));
            case ImageTag.Alias alias -> alias(alias);
            case ImageTag.Unknown(String text) -> text;
        };
    }

    private String numbered(ImageTag.Numbered numbered) {
        List<Integer> version = numbered.version();
        return words.text(
                "image." + numbered.type().written(),
                "first",
                version.getFirst(),
                "second",
                isDate(numbered.type()) ? "%02d".formatted(version.get(1)) : version.get(1),
                "third",
                version.size() < 3 ? "" : isDate(numbered.type()) ? "%02d".formatted(version.get(2)) : version.get(2),
                "candidate",
                version.size() < 4 ? "" : version.get(3));
    }

    private static boolean isDate(ImageType type) {
        return type == ImageType.WEEKLY || type == ImageType.DAILY;
    }

    private String suffix(Suffix suffix) {
        StringBuilder text = new StringBuilder();
        suffix.cycle().ifPresent(cycle -> text.append(' ').append(cycle(cycle)));
        suffix.rspBuild().ifPresent(build -> text.append(' ').append(words.text("image.rsp", "build", build)));
        suffix.rest().ifPresent(rest -> text.append(' ').append(words.text("image.rest", "rest", rest)));
        suffix.architecture().ifPresent(each -> text.append(' ').append(words.text("image.rest", "rest", each)));
        return text.toString();
    }

    private String alias(ImageTag.Alias alias) {
        String name = alias.name().replace('_', ' ');
        String shown = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return alias.cycle().map(cycle -> shown + " " + cycle(cycle)).orElse(shown);
    }

    private String cycle(Suffix.Cycle cycle) {
        return cycle.build()
                .map(build -> words.text("image.cycle-build", "cycle", cycle.digits(), "build", build))
                .orElseGet(() -> words.text("image.cycle", "cycle", cycle.digits()));
    }
}
