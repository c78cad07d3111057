package org.obsenv.domain.image;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A container image's tag and what it says. Tags move: what people agree to is bound to a digest, never to this.
 *
 * @param text the tag as the registry has it
 * @param reading what it says
 */
public record ImageTag(String text, Reading reading) {
    /**
     * Within a type: by version, cycle, cycle build, RSP build. Types stand one after the other, which says nothing of
     * their age. Two spellings of one image ({@code w_2026_7}, {@code w_2026_07}) compare as equal.
     */
    public static final Comparator<ImageTag> ORDER = Comparator.comparing(ImageTag::reading, ReadingOrder.INSTANCE);

    /** What a tag says. */
    public sealed interface Reading {
        ImageType type();
    }

    /**
     * A numbered image.
     *
     * @param type release, candidate, weekly or daily
     * @param version major, minor, patch and the candidate's number; year and week; year, month and day
     */
    public record Numbered(ImageType type, List<Integer> version, Suffix suffix) implements Reading {
        public Numbered {
            version = List.copyOf(version);
        }
    }

    /** Somebody's trial, often of another image. Passes no gate. */
    public record Experimental(ImageTag of) implements Reading {
        @Override
        public ImageType type() {
            return ImageType.EXPERIMENTAL;
        }
    }

    /** A name that moves on purpose. */
    public record Alias(String name, Optional<Suffix.Cycle> cycle) implements Reading {
        @Override
        public ImageType type() {
            return ImageType.ALIAS;
        }
    }

    /** No tag of the grammar; shown as it is written. */
    public record Unknown(String text) implements Reading {
        @Override
        public ImageType type() {
            return ImageType.UNKNOWN;
        }
    }

    /** Reads a tag. Never fails: what the grammar does not know is {@link Unknown}. */
    public static ImageTag parse(String text) {
        return new ImageTag(text, TagGrammar.read(text));
    }

    public ImageType type() {
        return reading.type();
    }

    /** The cycle it was built for; of an experimental image, that of the image it tries. */
    public Optional<Suffix.Cycle> cycle() {
        return switch (reading) {
            case Numbered numbered -> numbered.suffix().cycle();
            case Experimental(ImageTag of) -> of.cycle();
            case Alias alias -> alias.cycle();
            case Unknown unknown -> Optional.empty();
        };
    }

    /** The processor it runs on, where the tag says so. */
    public Optional<String> architecture() {
        return switch (reading) {
            case Numbered numbered -> numbered.suffix().architecture();
            case Experimental(ImageTag of) -> of.architecture();
            case Alias alias -> Optional.empty();
            case Unknown unknown -> Optional.empty();
        };
    }

    /** The day a daily or a weekly was built; weeklies are built on the Thursday of their ISO week. */
    public Optional<LocalDate> date() {
        return switch (reading) {
            case Numbered numbered -> TagDates.of(numbered.type(), numbered.version());
            case Experimental(ImageTag of) -> of.date();
            case Alias alias -> Optional.empty();
            case Unknown unknown -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
